package kz.sheshim.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Draft.Step;
import kz.sheshim.publication.DraftRefused.Reason;
import kz.sheshim.publication.PublicationLog.Due;
import kz.sheshim.vocabulary.Phrase;

/**
 * Brings approved drafts into force at their moment, or ends their approval. What counts is the entry of the log: a draft says so only after it, and catches up after a crash.
 */
public final class ApprovedDrafts {
    private final WaitingDrafts waiting;
    private final DraftStore drafts;
    private final RevisionStore revisions;
    private final PublicationLog log;
    private final LawInForce law;

    public ApprovedDrafts(
            WaitingDrafts waiting, DraftStore drafts, RevisionStore revisions, PublicationLog log, LawInForce law) {
        this.waiting = waiting;
        this.drafts = drafts;
        this.revisions = revisions;
        this.log = log;
        this.law = law;
    }

    /** Lets what is approved and due come into force, and lets the drafts say what the log says. Safe at any moment and on any number of services. */
    public void settle() {
        settle((draft, failed) -> {
            throw failed;
        });
    }

    /** The same, for whoever waits for one draft: what is wrong with another one is not their fault, and is told by the next {@link #settle()}. */
    void settle(DraftId awaited) {
        settle((draft, failed) -> {
            if (draft.equals(awaited)) {
                throw failed;
            }
        });
    }

    /** Ends an approval, unless it is published. The change and a publication exclude each other: what is not approved is not published. */
    Draft stop(DraftId id, UnaryOperator<Draft> change, List<PolicyFile> filesOfNewVersion) {
        settle((draft, failed) -> {}); // what cannot be published can be ended
        Draft stopped = drafts.change(
                        id,
                        draft -> {
                            if (log.of(id).isPresent()) {
                                throw new DraftRefused(Reason.STATE, Phrase.of("The draft is in force already."));
                            }
                            return change.apply(draft);
                        },
                        filesOfNewVersion)
                .orElseThrow(() -> new UnknownDraft(id));
        log.cancel(id);
        return stopped;
    }

    /**
     * @param unschedulable told, after everything else is done, why a draft cannot be scheduled; it stays approved
     */
    private void settle(BiConsumer<DraftId, RuntimeException> unschedulable) {
        List<Draft> approved = waiting.look().stream()
                .filter(draft -> draft.state() == Draft.State.APPROVED)
                .toList();
        if (approved.isEmpty()) {
            return;
        }
        List<Due> scheduled = log.scheduled();
        Map<DraftId, RuntimeException> failures = new LinkedHashMap<>();
        for (Draft draft : approved) {
            if (log.of(draft.id()).isEmpty() && scheduled.stream().noneMatch(due -> due.isOf(draft))) {
                try {
                    schedule(draft);
                } catch (RuntimeException failed) { // the others must not wait for it
                    failures.put(
                            draft.id(),
                            new IllegalStateException("draft " + draft.id() + " cannot be scheduled", failed));
                }
            }
        }
        log.publishDue();
        for (Draft draft : approved) {
            log.of(draft.id()).ifPresent(published -> drafts.change(draft.id(), old -> old.inForce(published.entry())));
        }
        log.scheduled().stream().filter(Due::isVoid).forEach(this::voidIt);
        law.follow();
        failures.forEach(unschedulable);
    }

    private void voidIt(Due due) {
        Step step = new Step(Step.Kind.VOID, new Submitter("sheshim"), null, now(), due.revision(), due.reason());
        drafts.change(due.draft(), draft -> due.isOf(draft) ? draft.voided(step) : draft);
        log.cancel(due.draft());
    }

    private void schedule(Draft draft) {
        Revision revision = draft.revision().orElseThrow();
        Optional<Step> emergency = draft.emergency();
        List<Step> approvals = emergency.map(List::of).orElseGet(draft::approvals);
        revisions.store(revision, drafts.files(draft.id(), draft.newest().number()), now());
        log.schedule(
                draft.id(),
                new Publication(
                        revision,
                        draft.base(),
                        Objects.requireNonNull(draft.due()),
                        emergency.isPresent() ? Publication.Way.EMERGENCY : Publication.Way.APPROVAL,
                        draft.id().toString(),
                        draft.authors().stream().map(Submitter::name).toList(),
                        approvals.stream().map(step -> step.by().name()).toList(),
                        approvals.get(approvals.size() - 1).text()),
                approvals.stream().map(Step::key).filter(Objects::nonNull).toList());
    }

    private Instant now() {
        return log.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
