package kz.sheshim.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.sheshim.access.Submitter;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Draft.State;
import kz.sheshim.publication.Draft.Step;
import kz.sheshim.publication.DraftRefused.Reason;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** What cannot be done with a draft as it is, and why. */
public final class Refusals {
    private final Draft draft;

    Refusals(Draft draft) {
        this.draft = draft;
    }

    /** Why no version can be added; empty: one can. */
    public Optional<DraftRefused> ofVersion() {
        return ofState(Draft.OPEN);
    }

    /**
     * Why somebody cannot withdraw it; empty: they can.
     *
     * @param approves whether they may approve drafts
     */
    public Optional<DraftRefused> ofWithdrawal(Submitter by, boolean approves) {
        boolean isOwn = draft.authors().stream().anyMatch(author -> author.isSamePersonAs(by));
        return ofVersion()
                .or(() -> isOwn || approves
                        ? Optional.empty()
                        : Optional.of(new DraftRefused(
                                Reason.OF_OTHERS,
                                Phrase.of(
                                        "Only whoever wrote a version of a draft can withdraw it, or an approver."))));
    }

    /** Why it cannot be proposed; empty: it can, if {@link #ofErrors} is empty too. */
    public Optional<DraftRefused> ofProposal() {
        return ofState(List.of(State.DRAFT)).or(this::ofUse);
    }

    /**
     * Why somebody cannot approve it; empty: they can, if {@link #ofDossier} is empty too.
     *
     * @param seen the revision that they have looked at
     * @param law the revision in force
     */
    public Optional<DraftRefused> ofApproval(Submitter by, @Nullable Revision seen, Revision law) {
        return ofState(List.of(State.PROPOSED))
                .or(() -> ofOtherVersion(seen))
                .or(() -> ofBase(law))
                .or(() -> ofApprover(by));
    }

    /** Why it cannot be approved for this moment; empty: it can. All who approve it do so for the moment of the first one. @param moment null: for that one */
    Optional<DraftRefused> ofMoment(@Nullable Instant moment) {
        Instant first = draft.due();
        if (moment == null || draft.approvals().isEmpty() || moment.equals(first)) {
            return Optional.empty();
        }
        return Optional.of(new DraftRefused(
                Reason.MOMENT,
                first == null
                        ? Phrase.of(
                                "It was approved to come into force at once. Leave the moment out, or reject the draft if it should be another one.")
                        : Phrase.of(
                                "It was approved for {0}. Name the same moment or none, or reject the draft if it should be another one.",
                                first)));
    }

    /** Why somebody cannot be one of those who approve it; empty: they can. */
    public Optional<DraftRefused> ofApprover(Submitter person) {
        return ofPerson(person, draft.authors(), Phrase.of("Whoever wrote a version of a draft cannot approve it."))
                .or(() -> ofPerson(
                        person,
                        draft.approvals().stream().map(Step::by).toList(),
                        Phrase.of("You have approved it already. Another person must approve it too.")));
    }

    /** Why a dossier does not allow to approve it; empty: it does. @param ready null: it is not ready */
    Optional<DraftRefused> ofDossier(@Nullable Dossier ready) {
        return ready != null
                ? ofErrors(ready)
                : Optional.of(
                        new DraftRefused(
                                Reason.NO_DOSSIER,
                                Phrase.of(
                                        "The dossier of the newest version is not ready yet. Wait for it and read it; then approve.")));
    }

    /** Why a dossier does not allow to propose it; empty: it does. A proposal does not wait for the dossier. @param ready null: it is not ready */
    Optional<DraftRefused> ofErrors(@Nullable Dossier ready) {
        return ready == null || ready.errors() == 0
                ? Optional.empty()
                : Optional.of(new DraftRefused(
                        Reason.FAULTY,
                        Phrase.of("Errors in the dossier: {0}. Upload a version without them.", ready.errors())));
    }

    /** Why one person alone cannot approve it; empty: one can. */
    public Optional<DraftRefused> ofEmergency(Revision law) {
        return ofState(List.of(State.DRAFT, State.PROPOSED)).or(this::ofUse).or(() -> ofBase(law));
    }

    /** Why somebody cannot confirm it; empty: they can. */
    public Optional<DraftRefused> ofConfirmation(Submitter by) {
        if (draft.state() != State.SUPERSEDED && draft.state() != State.IN_FORCE) {
            return ofState(List.of(State.IN_FORCE));
        }
        return draft.isUnconfirmed()
                ? ofPerson(
                                by,
                                draft.emergency().map(Step::by).stream().toList(),
                                Phrase.of("Whoever published it alone cannot confirm it."))
                        .or(() -> ofPerson(
                                by,
                                draft.authors(),
                                Phrase.of("Whoever wrote a version of a draft cannot confirm it.")))
                : Optional.of(new DraftRefused(Reason.STATE, Phrase.of("Nothing of it waits for a confirmation.")));
    }

    /** Why it cannot be rejected; empty: it can. */
    public Optional<DraftRefused> ofRejection() {
        return ofState(List.of(State.PROPOSED, State.APPROVED));
    }

    private Optional<DraftRefused> ofState(List<State> possible) {
        return possible.contains(draft.state())
                ? Optional.empty()
                : Optional.of(new DraftRefused(
                        Reason.STATE,
                        Phrase.of(
                                "The draft is in the state \"{0}\"; this can only be done in {1}.",
                                draft.state().phrase(),
                                possible.stream()
                                        .map(each -> Phrase.of("\"{0}\"", each.phrase()))
                                        .reduce((one, other) -> Phrase.of("{0} or {1}", one, other))
                                        .orElseThrow())));
    }

    private Optional<DraftRefused> ofUse() {
        if (draft.revision().isEmpty() || draft.newest().errors() > 0) {
            return Optional.of(new DraftRefused(
                    Reason.FAULTY,
                    Phrase.of(
                            "The newest version cannot be used. Errors: {0}.",
                            draft.newest().errors())));
        }
        if (draft.isUnchanged()) {
            return Optional.of(new DraftRefused(
                    Reason.UNCHANGED,
                    Phrase.of(
                            "The draft changes no rule and no text of the law: the revision of its newest version is that of its base."
                                    + " Notes, scenarios and the look of a workbook are no law, so there is nothing to publish."
                                    + " Upload a version that changes a rule or a text, or withdraw the draft.")));
        }
        return Optional.empty();
    }

    private Optional<DraftRefused> ofOtherVersion(@Nullable Revision seen) {
        return Optional.ofNullable(seen).equals(draft.revision())
                ? Optional.empty()
                : Optional.of(new DraftRefused(
                        Reason.OTHER_VERSION,
                        Phrase.of(
                                "The newest version is {0}. Look at it, and approve that one.",
                                draft.revision()
                                        .map(Revision::value)
                                        .map(value -> Phrase.of("{0}", value))
                                        .orElse(Phrase.of("unreadable")))));
    }

    private Optional<DraftRefused> ofBase(Revision law) {
        return draft.base().equals(law)
                ? Optional.empty()
                : Optional.of(new DraftRefused(
                        Reason.STALE,
                        Phrase.of(
                                "The draft changes {0}, and {1} is in force by now. Rebase it, and look at it again.",
                                draft.base(), law)));
    }

    private static Optional<DraftRefused> ofPerson(Submitter person, List<Submitter> others, Phrase message) {
        return others.stream().anyMatch(other -> other.isSamePersonAs(person))
                ? Optional.of(new DraftRefused(Reason.OWN_DRAFT, message))
                : Optional.empty();
    }
}
