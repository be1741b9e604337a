package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Draft.State;
import kz.sheshim.publication.Draft.Step;
import kz.sheshim.publication.Draft.Version;
import kz.sheshim.publication.DraftRefused.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
    private static final Instant MOMENT = Instant.parse("2026-11-20T05:15:00Z");
    private static final Instant DUE = MOMENT.plusSeconds(3_600);
    private static final Revision BASE = revision('0');
    private static final Revision FIRST = revision('1');
    private static final Revision SECOND = revision('2');

    private static final Draft PROPOSED = draft(FIRST, 0).proposed(step(Step.Kind.PROPOSAL, "aigul", FIRST, 1));

    private static Revision revision(char digit) {
        return new Revision("sha256:" + String.valueOf(digit).repeat(64));
    }

    private static Version version(int number, String author, Revision revision, int errors) {
        return new Version(number, new Submitter(author), MOMENT.plusSeconds(number), revision, errors, false);
    }

    private static Draft draft(Revision revision, int errors) {
        return new Draft(
                new DraftId(new UUID(1, 2)),
                "title",
                MOMENT,
                BASE,
                State.DRAFT,
                List.of(version(1, "aigul", revision, errors)),
                List.of(),
                null,
                null);
    }

    private static Step step(Step.Kind kind, String person, Revision revision, int minutes) {
        return new Step(kind, new Submitter(person), null, MOMENT.plusSeconds(60L * minutes), revision, "why");
    }

    private static Step approval(String person, Revision revision) {
        return step(Step.Kind.APPROVAL, person, revision, 2);
    }

    private static void refused(Reason reason, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(DraftRefused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
    }

    @Test
    void anotherPersonApprovesOneRevisionOnTheLawInForce() {
        Draft approved = PROPOSED.approved(approval("marat", FIRST), BASE, DUE, 1);

        assertThat(approved.state()).isEqualTo(State.APPROVED);
        assertThat(approved.due()).isEqualTo(DUE);
        assertThat(approved.approvals()).extracting(step -> step.by().name()).containsExactly("marat");
        refused(Reason.OTHER_VERSION, () -> PROPOSED.approved(approval("marat", SECOND), BASE, DUE, 1));
        refused(Reason.STALE, () -> PROPOSED.approved(approval("marat", FIRST), SECOND, MOMENT, 1));
        refused(Reason.STATE, () -> draft(FIRST, 0).approved(approval("marat", FIRST), BASE, DUE, 1));
    }

    /** Also with a token, if the owner of the key has the name of its subject. */
    @ParameterizedTest
    @ValueSource(strings = {"aigul", "oidc:aigul", "Aigul", "oidc:AIGUL", "ａigul"})
    void whoWroteAnyVersionCannotApprove(String person) {
        refused(Reason.OWN_DRAFT, () -> PROPOSED.approved(approval(person, FIRST), BASE, DUE, 1));
        Draft second =
                PROPOSED.uploaded(version(2, "dana", SECOND, 0)).proposed(step(Step.Kind.PROPOSAL, "dana", SECOND, 3));
        refused(Reason.OWN_DRAFT, () -> second.approved(approval(person, SECOND), BASE, DUE, 1));
    }

    @Test
    void onlyWhoWroteAVersionOrAnApproverWithdraws() {
        Draft second = PROPOSED.uploaded(version(2, "dana", SECOND, 0));
        for (String author : List.of("aigul", "oidc:aigul", "dana")) {
            assertThat(second.withdrawn(step(Step.Kind.WITHDRAWAL, author, SECOND, 3), false)
                            .state())
                    .isEqualTo(State.WITHDRAWN);
        }
        Step another = step(Step.Kind.WITHDRAWAL, "marat", SECOND, 3);
        refused(Reason.OF_OTHERS, () -> second.withdrawn(another, false));
        Draft withdrawn = second.withdrawn(another, true);
        assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
        refused(Reason.STATE, () -> withdrawn.withdrawn(another, true));
    }

    @Test
    void twoApproversAreTwoPeople() {
        Draft once = PROPOSED.approved(approval("marat", FIRST), BASE, DUE, 2);
        assertThat(once.state()).isEqualTo(State.PROPOSED);
        refused(Reason.OWN_DRAFT, () -> once.approved(approval("oidc:marat", FIRST), BASE, DUE, 2));
        assertThat(once.approved(approval("sholpan", FIRST), BASE, DUE, 2).state())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void allApproveForTheMomentOfTheFirst() {
        Draft once = PROPOSED.approved(approval("marat", FIRST), BASE, DUE, 2);
        assertThat(once.due()).isEqualTo(DUE);
        refused(Reason.MOMENT, () -> once.approved(approval("sholpan", FIRST), BASE, DUE.plusSeconds(1), 2));
        for (Instant same : new Instant[] {DUE, null}) {
            assertThat(once.approved(approval("sholpan", FIRST), BASE, same, 2).due())
                    .isEqualTo(DUE);
        }
        Draft atOnce = PROPOSED.approved(approval("marat", FIRST), BASE, null, 2);
        refused(Reason.MOMENT, () -> atOnce.approved(approval("sholpan", FIRST), BASE, DUE, 2));
        Step last = approval("sholpan", FIRST);
        assertThat(atOnce.approved(last, BASE, null, 2).due()).isEqualTo(last.at());
        assertThat(once.commented(step(Step.Kind.COMMENT, "dana", FIRST, 3)).due())
                .isEqualTo(DUE);
        assertThat(once.uploaded(version(2, "dana", SECOND, 0)).due()).isNull();
    }

    @Test
    void laterVersionTakesTheApprovalsAway() {
        Draft later = PROPOSED.approved(approval("marat", FIRST), BASE, DUE, 1)
                .uploaded(new Version(2, new Submitter("aigul"), MOMENT.plusSeconds(600), FIRST, 0, false));
        assertThat(later.state()).isEqualTo(State.DRAFT);
        assertThat(later.due()).isNull();
        assertThat(later.approvals()).isEmpty();
    }

    /** The same files again in the same moment, or by a clock that was set back. */
    @ParameterizedTest
    @ValueSource(ints = {120, 0})
    void approvalIsForOneVersionWhateverTheClocksSay(int seconds) {
        Draft again = PROPOSED.approved(approval("marat", FIRST), BASE, DUE, 2)
                .uploaded(new Version(2, new Submitter("aigul"), MOMENT.plusSeconds(seconds), FIRST, 0, false))
                .proposed(step(Step.Kind.PROPOSAL, "aigul", FIRST, 2));
        assertThat(again.approvals()).isEmpty();
        assertThat(again.approved(approval("marat", FIRST), BASE, DUE, 2).approvals())
                .hasSize(1);
    }

    @Test
    void stepBeforeItsVersionByTheClockCounts() {
        Draft emergency = draft(FIRST, 0).approvedAlone(step(Step.Kind.EMERGENCY, "marat", FIRST, -60), BASE);
        assertThat(emergency.emergency()).isPresent();
        assertThat(PROPOSED.approved(step(Step.Kind.APPROVAL, "marat", FIRST, -60), BASE, DUE, 1)
                        .state())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void whatDidNotHappenMustBeApprovedAgain() {
        Draft voided = PROPOSED.approved(approval("marat", FIRST), BASE, DUE, 1)
                .voided(step(Step.Kind.VOID, "sheshim", FIRST, 5));
        assertThat(voided.state()).isEqualTo(State.PROPOSED);
        assertThat(voided.approvals()).isEmpty();
    }

    @Test
    void faultyOrUnchangedFilesAreNotProposed() {
        refused(Reason.FAULTY, () -> draft(FIRST, 1).proposed(step(Step.Kind.PROPOSAL, "aigul", FIRST, 1)));
        refused(Reason.UNCHANGED, () -> draft(BASE, 0).proposed(step(Step.Kind.PROPOSAL, "aigul", BASE, 1)));
        assertThat(draft(BASE, 0).isUnchanged()).isTrue();
        assertThat(draft(BASE, 1).isUnchanged()).as("nobody knows").isFalse();
    }

    @Test
    void whatWasPublishedAloneIsConfirmedBySomebodyElse() {
        Draft alone = draft(FIRST, 0)
                .approvedAlone(step(Step.Kind.EMERGENCY, "duty", FIRST, 1), BASE)
                .inForce(new EntryNumber(7));
        assertThat(alone.isUnconfirmed()).isTrue();
        refused(Reason.OWN_DRAFT, () -> alone.confirmed(step(Step.Kind.CONFIRMATION, "duty", FIRST, 2)));
        assertThat(alone.confirmed(step(Step.Kind.CONFIRMATION, "marat", FIRST, 2))
                        .isUnconfirmed())
                .isFalse();
        Draft superseded = alone.under(published(8));
        assertThat(superseded.refusals().ofConfirmation(new Submitter("marat"))).isEmpty();
        assertThat(superseded.refusals().ofConfirmation(new Submitter("duty"))).isPresent();
    }

    /** What a page offers is what the step does. */
    @Test
    void stepIsRefusedAsItsRefusalSays() {
        Submitter marat = new Submitter("marat");
        assertThat(PROPOSED.refusals().ofApproval(marat, FIRST, BASE)).isEmpty();
        for (Revision seen : List.of(FIRST, SECOND)) {
            assertThatThrownBy(() -> PROPOSED.approved(approval("marat", seen), SECOND, MOMENT, 1))
                    .hasMessage(PROPOSED.refusals()
                            .ofApproval(marat, seen, SECOND)
                            .orElseThrow()
                            .getMessage());
        }
        assertThat(PROPOSED.refusals().ofApprover(new Submitter("aigul")))
                .as("an own draft that is stale too")
                .isPresent();
    }

    /** An emergency that did not happen is over: whoever approves afterwards needs no confirmation. */
    @Test
    void whatWasApprovedAfterAVoidEmergencyIsNotPublishedAlone() {
        Draft voided = draft(FIRST, 0)
                .proposed(step(Step.Kind.PROPOSAL, "aigul", FIRST, 1))
                .approvedAlone(step(Step.Kind.EMERGENCY, "duty", FIRST, 2), BASE)
                .voided(step(Step.Kind.VOID, "sheshim", FIRST, 3));
        assertThat(voided.isUnconfirmed()).isFalse();
        Draft approved = voided.approved(step(Step.Kind.APPROVAL, "marat", FIRST, 4), BASE, DUE, 1);
        assertThat(approved.emergency()).isEmpty();
        assertThat(approved.inForce(new EntryNumber(7)).isUnconfirmed()).isFalse();
    }

    @Test
    void whatAnotherPublicationReplacedIsSuperseded() {
        Draft law = PROPOSED.approved(approval("marat", FIRST), BASE, DUE, 1).inForce(new EntryNumber(7));
        assertThat(law.under(published(6)).state())
                .as("read before it came into force")
                .isEqualTo(State.IN_FORCE);
        assertThat(law.under(published(7)).state()).isEqualTo(State.IN_FORCE);
        assertThat(law.under(published(8)).state()).isEqualTo(State.SUPERSEDED);
        assertThat(law.under(published(8)).isStale(SECOND)).isFalse();
        assertThat(PROPOSED.under(published(8)).state()).isEqualTo(State.PROPOSED);
    }

    private static PublicationLog.Published published(long entry) {
        return new PublicationLog.Published(new EntryNumber(entry), Publication.ofFolder(SECOND, FIRST, MOMENT), false);
    }

    /** A statement has one line for it; people write several. */
    @Test
    void reasonOfSeveralLinesIsPublishedInOne() {
        Publication publication = new Publication(
                FIRST,
                BASE,
                MOMENT,
                Publication.Way.APPROVAL,
                null,
                List.of("aigul"),
                List.of("marat"),
                "The act says so.\r\n\tArticle 5.");
        assertThat(publication.reason()).isEqualTo("The act says so. Article 5.");
        assertThat(Publication.of(publication.statement())).isEqualTo(publication);
    }
}
