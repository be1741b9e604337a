package kz.sheshim.proof;

import kz.sheshim.log.EntryNumber;
import kz.sheshim.vocabulary.Phrase;

/** The case file is not the one that the entry commits to: somebody changed the database. */
public final class RecordDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    RecordDamaged(EntryNumber entry) {
        this(Phrase.of("the case file of entry {0} is not the one that the entry commits to", entry.value()));
    }

    private RecordDamaged(Phrase phrase) {
        super(phrase.toString());
        this.phrase = phrase;
    }

    /** The message, for any language. */
    public Phrase phrase() {
        return phrase;
    }
}
