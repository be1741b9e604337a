package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionLogReader.Query;
import kz.sheshim.log.DecisionPage;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was decided while a revision was in force, such as before a roll-back. */
class DecisionsByRevisionIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static final Revision FIRST = DecisionFixture.REVISION;
    private static final Revision TAKEN_BACK = new Revision("sha256:" + "a".repeat(64));
    private static final Revision NEVER = new Revision("sha256:" + "b".repeat(64));

    private final PostgresDecisionLogReader reader =
            new PostgresDecisionLogReader(POSTGRES.database(), DecisionFixture.CODEC);

    @BeforeEach
    void begin() throws SQLException {
        POSTGRES.execute(
                """
                ALTER TABLE log_entry DISABLE TRIGGER only_grows;
                ALTER TABLE case_file DISABLE TRIGGER only_grows;
                ALTER TABLE erasure DISABLE TRIGGER only_grows;
                TRUNCATE log_entry, case_file, erasure, legal_hold RESTART IDENTITY;
                """);
        PostgresRevisionStore revisions = new PostgresRevisionStore(POSTGRES.database());
        for (Revision each : List.of(FIRST, TAKEN_BACK, NEVER)) {
            revisions.store(each, DecisionFixture.FILES, Instant.EPOCH);
        }
    }

    private static void publish(Revision revision) throws SQLException {
        POSTGRES.execute("INSERT INTO log_entry (kind, at, statement, revision) VALUES ('publication', now(), 'p', '"
                + revision.value() + "')");
    }

    private static void decide(String reference, Revision revision) {
        Decision usual =
                DecisionFixture.decision(DecisionFixture.SUBMITTER, reference, "granted", LocalDate.of(2026, 11, 20));
        try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES)) {
            done(DecisionFixture.append(
                    log,
                    new Decision(
                            usual.id(),
                            usual.submitter(),
                            usual.reference(),
                            usual.decidedAt(),
                            revision,
                            usual.engine(),
                            usual.received(),
                            usual.read(),
                            usual.verdict(),
                            usual.verdictText(),
                            usual.groundCells()),
                    null));
        }
    }

    private List<String> by(Revision revision, @Nullable String outcome) {
        List<String> references = new ArrayList<>();
        EntryNumber before = null;
        do {
            DecisionPage page = reader.list(
                    new Query(null, null, outcome, null, null, null, null, null, Set.of(), before, 1, revision));
            page.decisions().forEach(each -> references.add(each.reference()));
            before = page.next();
        } while (before != null);
        return references;
    }

    @Test
    void decisionsByARevisionAreThoseBetweenItsPublicationAndTheNext() throws SQLException {
        publish(FIRST);
        decide("first", FIRST);
        publish(TAKEN_BACK);
        decide("between", TAKEN_BACK);
        decide("between too", TAKEN_BACK);
        publish(FIRST);
        decide("back", FIRST);

        assertThat(by(TAKEN_BACK, null)).containsExactly("between too", "between");
        assertThat(by(FIRST, null)).containsExactly("back", "first");
        assertThat(by(NEVER, null)).isEmpty();
        assertThat(by(TAKEN_BACK, "granted")).hasSize(2);
        assertThat(by(TAKEN_BACK, "denied")).isEmpty();
    }

    @Test
    void decisionsOfATimeWithoutPublicationsAreFoundToo() throws SQLException {
        decide("earliest", FIRST);
        decide("earlier", TAKEN_BACK);
        publish(TAKEN_BACK);
        decide("later", TAKEN_BACK);

        assertThat(by(TAKEN_BACK, null)).containsExactly("later", "earlier");
        assertThat(by(FIRST, null)).containsExactly("earliest");
    }
}
