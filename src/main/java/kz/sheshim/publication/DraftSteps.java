package kz.sheshim.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Draft.Step;
import kz.sheshim.publication.DraftRefused.Reason;
import kz.sheshim.publication.Drafts.Person;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** What people do with a draft until it is approved; {@link ApprovedDrafts} bring it into force. */
public final class DraftSteps {
    private static final Duration ABOUT_NOW = Duration.ofMinutes(5);
    private static final Duration MAX_WAIT = Duration.ofDays(3_653);

    private final Drafts drafts;
    private final LawInForce law;
    private final ApprovedDrafts approved;
    private final Dossiers dossiers;
    private final int approvalsNeeded;

    /**
     * @param approvalsNeeded how many other people must approve a draft
     */
    public DraftSteps(Drafts drafts, LawInForce law, ApprovedDrafts approved, Dossiers dossiers, int approvalsNeeded) {
        this.drafts = drafts;
        this.law = law;
        this.approved = approved;
        this.dossiers = dossiers;
        this.approvalsNeeded = approvalsNeeded;
    }

    /** Proposes the newest version. Its dossier may not be ready yet; if it is, it has no errors. */
    public Draft propose(DraftId id, String text, Person by) {
        Draft looked = drafts.existing(id);
        Draft.require(drafts.refusalOfProposal(looked));
        Draft proposed = drafts.change(id, draft -> {
            requireSameVersion(draft, looked);
            return draft.proposed(drafts.step(Step.Kind.PROPOSAL, by, draft, text));
        });
        drafts.dossier(proposed); // it is made before those of drafts that nobody waits for
        return proposed;
    }

    /**
     * Approves one revision.
     *
     * @param revision the one that the approver has looked at
     * @param seen the number of the version that the approver has looked at; null: whichever is the newest, for versions may differ in notes and scenarios only
     * @param moment when it shall come into force; null: at once, or when whoever approved it first said
     */
    public Draft approve(
            DraftId id, Revision revision, @Nullable Integer seen, String reason, @Nullable Instant moment, Person by) {
        Draft proposed = drafts.existing(id);
        requireNewest(seen, proposed);
        requireLawOfTheLog();
        // What is refused anyway waits for no dossier, and is not loaded
        approved(proposed, approval(revision, reason, by), law.revision(), moment);
        Draft.require(drafts.refusalOfDossier(proposed));
        law.requireUsable(revision, () -> drafts.files(proposed));
        Step approval = approval(revision, reason, by);
        Revision inForce = law.revision();
        drafts.change(id, draft -> {
            requireSameVersion(draft, proposed);
            return approved(draft, approval, inForce, moment);
        });
        return settled(id);
    }

    private Draft settled(DraftId id) {
        approved.settle(id);
        Draft draft = drafts.get(id);
        if (draft.isDecided()) {
            dossiers.cancel(draft); // others wait for theirs
        }
        return draft;
    }

    /** An approval now. */
    private Step approval(Revision revision, String reason, Person by) {
        return new Step(Step.Kind.APPROVAL, by.submitter(), by.key(), drafts.now(), revision, reason);
    }

    private Draft approved(Draft draft, Step approval, Revision inForce, @Nullable Instant moment) {
        return draft.approved(
                approval, inForce, moment == null ? null : possible(moment, approval.at()), approvalsNeeded);
    }

    /** A moment that has just passed is possible, and is now: clocks differ, and people take their time. */
    private static Instant possible(Instant moment, Instant now) {
        if (moment.isBefore(now.minus(ABOUT_NOW)) || moment.isAfter(now.plus(MAX_WAIT))) {
            throw new DraftRefused(
                    Reason.MOMENT,
                    moment.isBefore(now)
                            ? Phrase.of(
                                    "The moment {0} has passed. Correct it, or leave it out to publish at once.",
                                    moment)
                            : Phrase.of(
                                    "The moment {0} is more than ten years ahead. Correct it, or leave it out to publish at once.",
                                    moment));
        }
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Publishes without a second person, and without a dossier. The rules must be usable all the same: otherwise nobody could decide any more.
     *
     * @param seen the number of the version that the person has looked at; null: whichever is the newest
     */
    public Draft publishAlone(DraftId id, @Nullable Integer seen, String reason, Person by) {
        requireLawOfTheLog();
        Revision inForce = law.revision();
        Draft draft = drafts.existing(id);
        requireNewest(seen, draft);
        Step emergency = drafts.step(Step.Kind.EMERGENCY, by, draft, reason);
        Revision revision = draft.approvedAlone(emergency, inForce).revision().orElseThrow();
        law.requireUsable(revision, () -> drafts.files(draft));
        drafts.change(id, locked -> {
            requireSameVersion(locked, draft);
            return locked.approvedAlone(emergency, inForce);
        });
        return settled(id);
    }

    private static void requireNewest(@Nullable Integer seen, Draft draft) {
        int newest = draft.newest().number();
        if (seen != null && seen != newest) {
            throw new DraftRefused(
                    Reason.LATER_VERSION,
                    Phrase.of("You looked at version {0}, and the newest one is {1}. Look at it first.", seen, newest));
        }
    }

    private static void requireSameVersion(Draft draft, Draft looked) {
        if (draft.newest().number() != looked.newest().number()) {
            throw new DraftRefused(
                    Reason.OTHER_VERSION, Phrase.of("Somebody uploaded another version meanwhile. Look at it first."));
        }
    }

    private void requireLawOfTheLog() {
        if (law.isFolderLaw()) {
            throw new DraftRefused(
                    Reason.STATE,
                    Phrase.of("The folder is law on this service (sheshim.policy.watch), so it publishes no drafts."));
        }
    }

    public Draft confirm(DraftId id, String reason, Person by) {
        return drafts.change(id, draft -> draft.confirmed(drafts.step(Step.Kind.CONFIRMATION, by, draft, reason)));
    }

    public Draft reject(DraftId id, String reason, Person by) {
        return end(id, draft -> draft.rejected(drafts.step(Step.Kind.REJECTION, by, draft, reason)));
    }

    public Draft withdraw(DraftId id, String reason, Person by, boolean approves) {
        return end(id, draft -> draft.withdrawn(drafts.step(Step.Kind.WITHDRAWAL, by, draft, reason), approves));
    }

    private Draft end(DraftId id, UnaryOperator<Draft> change) {
        Draft ended = approved.stop(id, change, List.of());
        dossiers.cancel(ended); // others wait for theirs
        return ended;
    }

    /**
     * Adds a comment.
     *
     * @param about the row or the case; null: no single one
     */
    public Draft comment(DraftId id, String text, @Nullable String about, Person by) {
        return drafts.change(
                id,
                draft -> draft.commented(
                        drafts.step(Step.Kind.COMMENT, by, draft, text).about(about)));
    }
}
