package kz.sheshim.publication;

import kz.sheshim.vocabulary.Phrase;

/** A step of a draft is not possible. */
public final class DraftRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The state of the draft does not allow it. */
        STATE,
        /** Whoever wrote a version may not approve it. */
        OWN_DRAFT,
        /** Only whoever wrote a version may do it, or an approver. */
        OF_OTHERS,
        /** Another revision is in force than the one that the draft changes. */
        STALE,
        /** The approval names another revision than the newest version. */
        OTHER_VERSION,
        /** The upload changes another version than the newest one. */
        LATER_VERSION,
        /** The files cannot be used, or the dossier has errors. */
        FAULTY,
        /** The dossier is not ready. */
        NO_DOSSIER,
        /** A rule file is code, and comes only from the folder of the service. */
        CODE,
        /** What is to be removed is not there. */
        UNKNOWN_WORKBOOK,
        /** The publication cannot wait for this moment. */
        MOMENT,
        /** Nothing is changed. */
        UNCHANGED,
        /** Only what was in force once can be brought back. */
        NEVER_LAW,
        /** Changes of the draft and of the law since its base touch. */
        CONFLICT
    }

    private final Reason reason;
    private final Phrase phrase;

    /**
     * @param phrase a sentence that says what to do
     */
    public DraftRefused(Reason reason, Phrase phrase) {
        super(phrase.toString());
        this.reason = reason;
        this.phrase = phrase;
    }

    public Reason reason() {
        return reason;
    }

    /** The message, for any language. */
    public Phrase phrase() {
        return phrase;
    }
}
