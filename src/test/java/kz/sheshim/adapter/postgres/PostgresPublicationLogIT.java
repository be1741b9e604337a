package kz.sheshim.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kz.sheshim.access.ApiKey;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.KeyText;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.Decision;
import kz.sheshim.log.Entry;
import kz.sheshim.log.OtherLawInForce;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.DraftId;
import kz.sheshim.publication.PublicationLog.Published;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPublicationLogIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static final Instant MOMENT = Instant.parse("2026-11-20T05:15:00.123Z");
    private static final LocalDate FILED_ON = LocalDate.of(2026, 11, 20);
    private static final Revision OLD = DecisionFixture.revision(1);
    private static final Revision NEW = DecisionFixture.revision(2);

    private final PostgresPublicationLog publications = new PostgresPublicationLog(POSTGRES.database());

    /** Whatever the test before left in force, the old law is in force now. */
    @BeforeEach
    void oldLaw() {
        PostgresRevisionStore revisions = new PostgresRevisionStore(POSTGRES.database());
        revisions.store(OLD, DecisionFixture.FILES, Instant.EPOCH);
        revisions.store(NEW, DecisionFixture.FILES, Instant.EPOCH);
        if (!OLD.equals(law())) {
            publish(OLD);
        }
    }

    private @Nullable Revision law() {
        return publications.last().map(last -> last.publication().revision()).orElse(null);
    }

    private void publish(Revision revision) {
        publications.publish(Publication.ofFolder(revision, law(), MOMENT));
    }

    private static Decision decision(Revision revision) {
        return DecisionFixture.with(
                DecisionFixture.with(DecisionFixture.decision("any", "granted", FILED_ON), revision), now());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static CompletableFuture<Entry> append(PostgresDecisionLog log, Revision revision) {
        return DecisionFixture.append(log, decision(revision), null).toCompletableFuture();
    }

    @Test
    void publicationComesBackAsItWasStated() {
        Publication publication = new Publication(
                NEW,
                OLD,
                MOMENT,
                Publication.Way.APPROVAL,
                new UUID(1, 2).toString(),
                List.of("Айгүл from 100% here", "oidc:b"),
                List.of("c"),
                "A reason: «сәйкес»");

        Published published = publications.publish(publication);

        assertThat(published.publication())
                .isEqualTo(publication.movedTo(published.publication().at()));
        assertThat(publications.last()).contains(published);
        assertThat(publications.countByWay())
                .containsEntry(Publication.Way.FIRST_START, 1L)
                .containsKey(Publication.Way.APPROVAL);
        assertThat(publications.list(published.entry(), 1).get(0).publication().revision())
                .isEqualTo(OLD);
    }

    @Test
    void onlyTheRevisionInForceIsReplaced() {
        publish(NEW);
        assertThatThrownBy(() -> publications.publish(Publication.ofFolder(NEW, OLD, MOMENT)))
                .isInstanceOf(OtherLawInForce.class);
        assertThatThrownBy(() -> publications.publish(Publication.ofFolder(NEW, null, MOMENT)))
                .isInstanceOf(OtherLawInForce.class);
    }

    @Test
    void decisionByAnotherRevisionIsRefusedAndTheOthersOfItsGroupAreRecorded() {
        List<CompletableFuture<Entry>> lawful = new ArrayList<>();
        List<CompletableFuture<Entry>> others = new ArrayList<>();
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            for (int i = 0; i < 20; i++) {
                lawful.add(append(log, OLD));
                others.add(append(log, NEW));
            }
        }
        assertThat(lawful).allMatch(each -> each.join().number().value() > 0);
        assertThat(others).allSatisfy(each -> assertThatThrownBy(each::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(OtherLawInForce.class));
    }

    private void schedule(DraftId draft, Instant due, KeyId... keys) throws SQLException {
        Instant millis = due.truncatedTo(ChronoUnit.MILLIS);
        POSTGRES.execute("INSERT INTO draft VALUES ('%1$s', 'Any', '%2$s', '%3$s', 'approved', '%2$s', NULL)"
                .formatted(draft, millis, OLD));
        POSTGRES.execute(
                "INSERT INTO draft_version VALUES ('%s', 1, 'a', '%s', '%s', 0, false)".formatted(draft, millis, NEW));
        scheduleAgain(draft, millis, keys);
    }

    private void scheduleAgain(DraftId draft, Instant due, KeyId... keys) {
        publications.schedule(
                draft,
                new Publication(
                        NEW,
                        OLD,
                        due,
                        Publication.Way.APPROVAL,
                        draft.toString(),
                        List.of("a"),
                        List.of("b"),
                        "reason"),
                List.of(keys));
    }

    /** Nobody looks at the moment: whoever records next publishes first. */
    @Test
    void nothingIsRecordedByTheOldLawAfterTheMoment() throws SQLException {
        DraftId draft = new DraftId(UUID.randomUUID());
        schedule(draft, Instant.now().minusMillis(1));
        assertThat(law()).isEqualTo(OLD);
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            assertThatThrownBy(append(log, OLD)::get).hasCauseInstanceOf(OtherLawInForce.class);
            Entry decided = append(log, NEW).join();
            Published published = publications.of(draft).orElseThrow();
            assertThat(published.entry().value()).isLessThan(decided.number().value());
        }
        assertThat(publications.scheduled()).isEmpty();
    }

    /** Somebody records between the approval and the turn of the publication. */
    @Test
    void publicationAtOnceIsAtTheMomentOfItsTurn() throws SQLException {
        DraftId draft = new DraftId(UUID.randomUUID());
        Instant approval = now().minusSeconds(2);
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            DecisionFixture.append(log, DecisionFixture.with(decision(OLD), approval.plusSeconds(1)), null)
                    .toCompletableFuture()
                    .join();
        }
        schedule(draft, approval);
        publications.publishDue();

        Published published = publications.of(draft).orElseThrow();
        assertThat(published.publication().at()).isAfter(approval.plusSeconds(1));
        assertThat(POSTGRES.numbers("SELECT count(*) FROM draft JOIN log_entry ON at = due WHERE draft.id = '" + draft
                        + "' AND log_entry.entry = "
                        + published.entry().value()))
                .as("the draft has this moment too")
                .containsExactly(1L);
        assertThat(publications
                        .publish(Publication.ofFolder(OLD, NEW, approval))
                        .publication()
                        .at())
                .isAfterOrEqualTo(published.publication().at());
    }

    @Test
    void publicationWaitsForItsMomentAndCanBeCancelled() throws SQLException {
        DraftId draft = new DraftId(UUID.randomUUID());
        schedule(draft, Instant.now().plusSeconds(3_600));
        publications.publishDue();
        assertThat(law()).isEqualTo(OLD);
        assertThat(publications.scheduled()).hasSize(1);
        publications.cancel(draft);
        assertThat(publications.scheduled()).isEmpty();
    }

    @Test
    void publicationDoesNotHappenIfAnotherLawIsInForceAtItsMoment() throws SQLException {
        DraftId first = new DraftId(new UUID(0, 1));
        DraftId second = new DraftId(new UUID(0, 2));
        schedule(first, Instant.now().minusMillis(2));
        schedule(second, Instant.now().minusMillis(1));
        publications.publishDue();

        assertThat(publications.of(first)).isPresent();
        assertThat(publications.of(second)).isEmpty();
        assertThat(publications.scheduled()).singleElement().satisfies(due -> {
            assertThat(due.draft()).isEqualTo(second);
            assertThat(due.reason()).isEqualTo("other-law");
        });
        publications.cancel(second);
    }

    /** As by a service that watches its folder while an approved draft comes due. */
    @Test
    void whatIsDueComesBeforeAPublicationThatReplacesTheLawBeforeIt() throws SQLException {
        DraftId draft = new DraftId(UUID.randomUUID());
        schedule(draft, Instant.now().minusMillis(2));
        assertThatThrownBy(() -> publications.publish(Publication.ofFolder(NEW, OLD, MOMENT)))
                .isInstanceOf(OtherLawInForce.class);
        publications.publishDue();
        assertThat(law()).isEqualTo(NEW);
        assertThat(publications.of(draft)).isPresent();
    }

    @Test
    void publicationDoesNotHappenIfAKeyThatApprovedItWasRevokedBefore() throws SQLException {
        KeyId stolen = new KeyId(UUID.randomUUID());
        PostgresApiKeyStore keys = new PostgresApiKeyStore(POSTGRES.database());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        keys.add(
                new ApiKey(stolen, new Submitter("thief"), Set.of(Role.APPROVER), now, now.plusSeconds(60), null),
                KeyText.random(new SecureRandom()).hash());
        DraftId draft = new DraftId(UUID.randomUUID());
        schedule(draft, now.minusMillis(1), stolen);
        keys.revoke(stolen, now.minusMillis(2));
        publications.publishDue();

        assertThat(law()).isEqualTo(OLD);
        assertThat(publications.scheduled()).singleElement().satisfies(due -> assertThat(due.reason())
                .isEqualTo("key-revoked"));
        publications.cancel(draft);
    }

    /** A service that is late schedules what was ended, replaced or approved for another moment meanwhile. */
    @Test
    void onlyWhatIsApprovedForThisMomentIsPublished() throws SQLException {
        Instant due = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
        for (String change : List.of(
                "UPDATE draft SET state = 'rejected' WHERE id = '%s'",
                "UPDATE draft SET due = due + interval '1 day' WHERE id = '%s'",
                "UPDATE draft SET base = '" + NEW + "' WHERE id = '%s'",
                "INSERT INTO draft_version SELECT draft, 2, author, at, '" + OLD
                        + "', 0, false FROM draft_version WHERE draft = '%s'")) {
            DraftId draft = new DraftId(UUID.randomUUID());
            schedule(draft, due);
            POSTGRES.execute(change.formatted(draft));
            publications.publishDue();
            assertThat(publications.of(draft)).as(change).isEmpty();
        }
        assertThat(publications.scheduled()).isEmpty();
        assertThat(law()).isEqualTo(OLD);
    }

    @Test
    void lateServiceDoesNotPublishADraftTwice() throws SQLException {
        DraftId draft = new DraftId(UUID.randomUUID());
        Instant due = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
        schedule(draft, due);
        publications.publishDue();
        publish(OLD); // the law that it replaced is back
        scheduleAgain(draft, due);
        scheduleAgain(draft, publications.of(draft).orElseThrow().publication().at());
        publications.publishDue();

        assertThat(law()).isEqualTo(OLD);
        assertThat(publications.scheduled()).isEmpty();
    }

    @Test
    void whoeverEndsADraftAndAPublicationWaitForEachOther() throws Exception {
        DraftId draft = new DraftId(UUID.randomUUID());
        schedule(draft, Instant.now().minusSeconds(1));
        try (Connection ending = POSTGRES.owner().getConnection();
                Statement statement = ending.createStatement()) {
            ending.setAutoCommit(false);
            statement.execute("UPDATE draft SET state = 'rejected' WHERE id = '%s'".formatted(draft));
            CompletableFuture<Void> publishing = CompletableFuture.runAsync(publications::publishDue);
            assertThatThrownBy(() -> publishing.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            ending.commit();
            publishing.join();
        }
        assertThat(law()).isEqualTo(OLD);
    }

    /** The clock of the database says whether the moment has come; the services ask it and no other one. */
    @Test
    void clockThatJumpsPublishesOnce() throws SQLException {
        Instant due = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        DraftId draft = new DraftId(UUID.randomUUID());
        schedule(draft, due);
        try {
            jump("2 hours");
            assertThat(publications.now()).isAfter(due);
            publications.publishDue();
            Published published = publications.of(draft).orElseThrow();
            assertThat(published.publication().at()).isEqualTo(due);

            jump("-2 hours");
            publications.publishDue();
            assertThat(law()).isEqualTo(NEW);
            try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
                assertThatThrownBy(append(log, OLD)::get).hasCauseInstanceOf(OtherLawInForce.class);
                append(log, NEW).join();
            }

            jump("2 hours");
            publications.publishDue();
            assertThat(publications.last()).contains(published);
            assertThat(publications.scheduled()).isEmpty();
        } finally {
            jump("0 hours");
        }
    }

    /** Moves the clock of the database: every new connection finds this one before its own. */
    private static void jump(String distance) throws SQLException {
        PostgresFixture.execute(
                POSTGRES.superuser(),
                """
                CREATE SCHEMA IF NOT EXISTS jumped;
                GRANT USAGE ON SCHEMA jumped TO public;
                CREATE OR REPLACE FUNCTION jumped.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
                    AS $$SELECT pg_catalog.clock_timestamp() + interval '%s'$$;
                ALTER DATABASE sheshim SET search_path = jumped, pg_catalog, public;
                """
                        .formatted(distance));
    }

    /** Three services write while the law changes; whatever they recorded, the law of its entry decided it. */
    @Test
    void everyDecisionIsByTheLawOfItsEntry() throws SQLException {
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger recorded = new AtomicInteger();
        List<CompletableFuture<Void>> services = new ArrayList<>();
        for (int service = 0; service < 3; service++) {
            services.add(CompletableFuture.runAsync(() -> {
                try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
                    Revision mine = OLD;
                    while (!isOver.get()) {
                        try {
                            append(log, mine).join();
                            recorded.incrementAndGet();
                        } catch (RuntimeException otherLaw) {
                            assertThat(otherLaw).hasCauseInstanceOf(OtherLawInForce.class);
                            mine = mine.equals(OLD) ? NEW : OLD;
                        }
                    }
                }
            }));
        }
        for (int i = 0; i < 100; i++) {
            publish(i % 2 == 0 ? NEW : OLD);
        }
        isOver.set(true);
        services.forEach(CompletableFuture::join);

        assertThat(recorded.get()).isGreaterThan(10);
        assertThat(POSTGRES.numbers("SELECT count(*) FROM log_entry decided WHERE kind = 'decision' AND revision <> ("
                        + "SELECT revision FROM log_entry WHERE kind = 'publication' AND entry < decided.entry"
                        + " ORDER BY entry DESC LIMIT 1)"))
                .containsExactly(0L);
        assertThat(POSTGRES.numbers("SELECT count(*) FROM log_entry decided WHERE kind = 'decision' AND at > ("
                        + "SELECT at FROM log_entry WHERE kind = 'publication' AND entry > decided.entry"
                        + " ORDER BY entry LIMIT 1)"))
                .as("decided after the law was replaced")
                .containsExactly(0L);
    }
}
