package kz.sheshim.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.policy.Revision;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A change of the law on its way into force. Whoever wrote any version of it cannot approve it, and an approval is for one revision: every later version needs
 * a new one.
 *
 * @param base the revision that it changes
 * @param versions what was uploaded, the newest last; at least one
 * @param steps what people did with it, the newest last
 * @param due when it comes into force; null before it is approved
 * @param entry the entry of its publication; null before it is in force
 */
public record Draft(
        DraftId id,
        String title,
        Instant openedAt,
        Revision base,
        State state,
        List<Version> versions,
        List<Step> steps,
        @Nullable Instant due,
        @Nullable EntryNumber entry) {

    /** The states from which it can still come into force. */
    static final List<State> OPEN = List.of(State.DRAFT, State.PROPOSED, State.APPROVED);

    /** Where a draft is on its way. */
    public enum State {
        DRAFT,
        PROPOSED,
        APPROVED,
        IN_FORCE,
        /** Another publication has taken its place. No store says so: it follows from the log. */
        SUPERSEDED,
        REJECTED,
        WITHDRAWN;

        /** The name in answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The name in texts. */
        Phrase phrase() {
            return switch (this) {
                case DRAFT -> Phrase.of("draft");
                case PROPOSED -> Phrase.of("proposed");
                case APPROVED -> Phrase.of("approved");
                case IN_FORCE -> Phrase.of("in-force");
                case SUPERSEDED -> Phrase.of("superseded");
                case REJECTED -> Phrase.of("rejected");
                case WITHDRAWN -> Phrase.of("withdrawn");
            };
        }
    }

    /**
     * What was uploaded at once.
     *
     * @param number 1 or more
     * @param revision null if the files cannot be read
     * @param errors number of findings that are errors, as far as reading alone finds them
     * @param changesCode whether its rule files differ from those of the base
     */
    public record Version(
            int number, Submitter author, Instant at, @Nullable Revision revision, int errors, boolean changesCode) {}

    /**
     * What somebody did with the draft.
     *
     * @param key the API key that was used; null: a token
     * @param revision what it concerns; null: the draft as a whole
     * @param about the row or the case that a comment is about, as {@link #row} and {@link #situation} name it; null: no single one
     * @param version the number of the newest version then; 0 before the draft has the step
     */
    public record Step(
            Kind kind,
            Submitter by,
            @Nullable KeyId key,
            Instant at,
            @Nullable Revision revision,
            String text,
            @Nullable String about,
            int version) {
        public Step(
                Kind kind, Submitter by, @Nullable KeyId key, Instant at, @Nullable Revision revision, String text) {
            this(kind, by, key, at, revision, text, null, 0);
        }

        /** The same about a row or a case. */
        public Step about(@Nullable String place) {
            return new Step(kind, by, key, at, revision, text, place, version);
        }

        private Step on(Version newest) {
            return new Step(kind, by, key, at, revision, text, about, newest.number());
        }

        /** Names the row of a rule. */
        public static String row(String table, String rule) {
            return table + "/" + rule;
        }

        /** Names a case of a table. */
        public static String situation(String table, String situation) {
            return table + ": " + situation;
        }

        /** What was done. */
        public enum Kind {
            COMMENT,
            PROPOSAL,
            APPROVAL,
            REJECTION,
            WITHDRAWAL,
            /** Published alone, in an emergency. */
            EMERGENCY,
            /** Somebody else confirmed what was published alone. */
            CONFIRMATION,
            /** An approved publication did not happen at its moment. */
            VOID;

            /** The name in answers. */
            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    public Draft {
        versions = List.copyOf(versions);
        steps = List.copyOf(steps);
    }

    public Version newest() {
        return versions.get(versions.size() - 1);
    }

    /** The revision of the newest version. */
    public Optional<Revision> revision() {
        return Optional.ofNullable(newest().revision());
    }

    /** When something was done with it last. */
    public Instant changedAt() {
        return Stream.concat(versions.stream().map(Version::at), steps.stream().map(Step::at))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Everybody who uploaded a version, once. */
    public List<Submitter> authors() {
        return versions.stream().map(Version::author).distinct().toList();
    }

    /** The comments about a row or a case, the newest last. */
    public List<Step> commentsAbout(String about) {
        return steps.stream().filter(step -> about.equals(step.about())).toList();
    }

    /** The approvals of the newest version. */
    public List<Step> approvals() {
        return valid(Step.Kind.APPROVAL);
    }

    /** The step by which one person publishes the newest version alone; empty if nobody does. */
    public Optional<Step> emergency() {
        return valid(Step.Kind.EMERGENCY).stream().findFirst();
    }

    private List<Step> valid(Step.Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind && step.version() == newest().number() && !isVoidedAfter(step))
                .toList();
    }

    private boolean isVoidedAfter(Step approval) {
        return steps.subList(steps.indexOf(approval), steps.size()).stream()
                .anyMatch(step -> step.kind() == Step.Kind.VOID);
    }

    /** As the log says: superseded if it was law, and a publication after its own is the last one. (The last one may have been read before this draft.) */
    Draft under(PublicationLog.Published last) {
        return state == State.IN_FORCE && entry != null && last.entry().value() > entry.value()
                ? with(State.SUPERSEDED, base, versions, steps, due, entry)
                : this;
    }

    /** Whether it can still come into force. */
    public boolean isOpen() {
        return OPEN.contains(state);
    }

    /**
     * Whether another revision is in force than the one that it changes, so that it must be rebased.
     *
     * @param law the revision in force
     */
    public boolean isStale(Revision law) {
        return isOpen() && !base.equals(law);
    }

    /** Approved, published or ended: its dossier is what that was done on, and stays as it is. */
    public boolean isDecided() {
        return state != State.DRAFT && state != State.PROPOSED;
    }

    /** The newest version is the law that it changes: at most notes, scenarios or the look of workbooks differ. Of one with errors nobody knows. */
    public boolean isUnchanged() {
        return newest().errors() == 0 && revision().filter(base::equals).isPresent();
    }

    /** Nobody looks after it any more. */
    public boolean isEnded() {
        return state == State.REJECTED || state == State.WITHDRAWN;
    }

    /** Published alone, and nobody else has confirmed it. */
    public boolean isUnconfirmed() {
        return emergency().isPresent() && steps.stream().noneMatch(step -> step.kind() == Step.Kind.CONFIRMATION);
    }

    /** What cannot be done with it as it is. */
    public Refusals refusals() {
        return new Refusals(this);
    }

    /** With a new version, which nobody has proposed or approved. */
    public Draft uploaded(Version version) {
        return rebased(base, version);
    }

    /** With a new base and version. */
    public Draft rebased(Revision newBase, Version version) {
        require(refusals().ofVersion());
        return with(State.DRAFT, newBase, plus(versions, version), steps, null, null);
    }

    public Draft proposed(Step proposal) {
        require(refusals().ofProposal());
        return with(State.PROPOSED, base, versions, with(proposal), null, null);
    }

    /**
     * With an approval. It is approved when there are enough of different people.
     *
     * @param law the revision in force
     * @param moment when it shall come into force; null: as the first approval says, which then says when the last one is given
     * @param needed how many must approve
     */
    public Draft approved(Step approval, Revision law, @Nullable Instant moment, int needed) {
        require(refusals().ofApproval(approval.by(), approval.revision(), law).or(() -> refusals()
                .ofMoment(moment)));
        Draft approved = with(State.PROPOSED, base, versions, with(approval), moment == null ? due : moment, null);
        if (approved.approvals().size() < needed) {
            return approved;
        }
        Instant agreed = approved.due != null && approved.due.isAfter(approval.at()) ? approved.due : approval.at();
        return with(State.APPROVED, base, versions, approved.steps(), agreed, null);
    }

    /** Approved by one person alone. */
    public Draft approvedAlone(Step emergency, Revision law) {
        require(refusals().ofEmergency(law));
        return with(State.APPROVED, base, versions, with(emergency), emergency.at(), null);
    }

    public Draft confirmed(Step confirmation) {
        require(refusals().ofConfirmation(confirmation.by()));
        return with(state, base, versions, with(confirmation), due, entry);
    }

    public Draft rejected(Step rejection) {
        require(refusals().ofRejection());
        return with(State.REJECTED, base, versions, with(rejection), null, null);
    }

    /** @param approves whether whoever withdraws it may approve drafts */
    public Draft withdrawn(Step withdrawal, boolean approves) {
        require(refusals().ofWithdrawal(withdrawal.by(), approves));
        return with(State.WITHDRAWN, base, versions, with(withdrawal), null, null);
    }

    public Draft commented(Step comment) {
        return with(state, base, versions, with(comment), due, entry);
    }

    /** It is in force since this entry. */
    public Draft inForce(EntryNumber published) {
        return state == State.IN_FORCE ? this : with(State.IN_FORCE, base, versions, steps, due, published);
    }

    /** It did not come into force at its moment. */
    public Draft voided(Step reason) {
        return state == State.APPROVED ? with(State.PROPOSED, base, versions, with(reason), null, null) : this;
    }

    private Draft with(
            State newState,
            Revision newBase,
            List<Version> newVersions,
            List<Step> newSteps,
            @Nullable Instant newDue,
            @Nullable EntryNumber newEntry) {
        return new Draft(id, title, openedAt, newBase, newState, newVersions, newSteps, newDue, newEntry);
    }

    private List<Step> with(Step step) {
        return plus(steps, step.on(newest()));
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    static void require(Optional<DraftRefused> refused) {
        if (refused.isPresent()) {
            throw refused.get();
        }
    }
}
