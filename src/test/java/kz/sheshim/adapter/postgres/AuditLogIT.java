package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kz.sheshim.DoneFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Integrator;
import kz.sheshim.log.Order;
import kz.sheshim.log.Seal;
import kz.sheshim.log.SealFixture;
import kz.sheshim.log.SeenCheckpoint;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.proof.AuditLog;
import kz.sheshim.proof.SealedParts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A superuser changes the record with all triggers off, and the audit says what was changed. */
class AuditLogIT {
    private static final NoteSigner SIGNER = signer("0123456789abcdef0123456789abcdef");
    private static final NoteSigner NEXT = signer("fedcba9876543210fedcba9876543210");
    private static final TrustPolicy TRUST = TrustPolicy.of(List.of(NEXT.key()));
    private static final SealedParts PARTS = new SealedParts((caseFile, revision) -> List.of());
    private static final AtomicInteger COPIES = new AtomicInteger();

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static Note kept = Note.parse("unknown\n0\n" + Hash.EMPTY_ROOT + "\n\n— unknown AAAAAAA=\n");

    private static NoteSigner signer(String seed) {
        return new NoteSigner("log.test/audit", Signer.of(Ed25519.keyPair(seed.getBytes(StandardCharsets.US_ASCII))));
    }

    private static final class Seen implements SeenCheckpoint {
        private @Nullable Note note;

        @Override
        public Optional<Note> read() {
            return Optional.ofNullable(note);
        }

        @Override
        public void write(Note checkpoint) {
            note = checkpoint;
        }

        @Override
        public void forget() {
            note = null;
        }
    }

    /** Entry 1 is the key, 2 to 301 decisions, 302 the change of the key, 303 to 602 decisions, then a gap to 608, 609 the erasure of 5, 610 to 612 decisions. */
    @BeforeAll
    static void record() throws SQLException {
        DataSource database = POSTGRES.database();
        new PostgresRevisionStore(database).store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
        PostgresTreeStore store = new PostgresTreeStore(database);
        Seen seen = new Seen();
        Integrator first = new Integrator(store, seen, SIGNER, null, Clock.systemUTC());
        first.step();
        DecisionLog log = DecisionFixture.log(POSTGRES);
        List<Entry> entries = record(log, 300);
        first.step();
        Integrator second = new Integrator(store, seen, NEXT, SIGNER, Clock.systemUTC());
        second.step();
        record(log, 300);
        second.step();
        POSTGRES.execute("SELECT nextval('log_entry_entry_seq') FROM generate_series(1, 6)");
        new PostgresCaseFiles(database)
                .erase(
                        entries.get(3).decision().id(),
                        new Order("retention-ended", "", new Submitter("archive")),
                        Instant.EPOCH);
        record(log, 3);
        kept = Note.parse(second.step().orElseThrow().newest().note());
    }

    /** In the order of their numbers. */
    private static List<Entry> record(DecisionLog log, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> DecisionFixture.append(
                        log, DecisionFixture.decision("A-" + i, "granted", LocalDate.EPOCH, "late", "other"), null))
                .toList()
                .stream()
                .map(DoneFixture::done)
                .sorted(Comparator.comparing(entry -> entry.number().value()))
                .toList();
    }

    private static AuditLog.Report audit(DataSource database, @Nullable Note trusted) {
        return new AuditLog(new PostgresRecordReader(database), PARTS).audit(TRUST, trusted, (entries, last) -> {});
    }

    private static DataSource copy() throws SQLException {
        return POSTGRES.tampered("copy_" + COPIES.incrementAndGet());
    }

    @Test
    void recordThatNobodyTouchedHasNoFlaw() {
        AuditLog.Report report = audit(POSTGRES.database(), kept);
        assertThat(report.flaws()).isEmpty();
        assertThat(report.entries()).isEqualTo(606);
        assertThat(report.inTree()).isEqualTo(606);
        assertThat(report.checkpoints()).isEqualTo(5);
    }

    /** Each line: what is done to the record, and what the audit says. The changes of a block are made together. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
            UPDATE case_file SET verdict = verdict || ' ' WHERE entry = 40 -> entry 40: its case file is not the one
            UPDATE case_file SET received = '{}' WHERE entry = 41 -> entry 41: its case file is not the one
            UPDATE case_file SET read = '{}' WHERE entry = 42 -> entry 42: its case file is not the one
            UPDATE case_file SET reference = 'B' WHERE entry = 43 -> entry 43: its case file is not the one
            UPDATE case_file SET sender = 'B' WHERE entry = 44 -> entry 44: its case file is not the one
            UPDATE case_file SET ground_cells = '{}' WHERE entry = 45 -> entry 45: its case file is not the one
            UPDATE case_file SET secret = sha256('a') WHERE entry = 46 -> entry 46: its case file is not the one
            UPDATE log_entry SET outcome = 'denied' WHERE entry = 47 -> entry 47: its outcome, grounds or day
            UPDATE log_entry SET grounds = '{late}' WHERE entry = 48 -> entry 48: its outcome, grounds or day
            UPDATE log_entry SET filed_on = filed_on + 1 WHERE entry = 49 -> entry 49: its outcome, grounds or day
            UPDATE log_entry SET secret = sha256('a') WHERE entry = 50 -> entry 50: its outcome, grounds or day
            UPDATE log_entry SET at = at + interval '1 hour' WHERE entry = 51 -> entry 51: its moment is not the stated one
            UPDATE log_entry SET decision = gen_random_uuid() WHERE entry = 52 -> entry 52: its id is not the stated one
            UPDATE log_entry SET statement = replace(statement, 'drools 10', 'drools 11') WHERE entry = 53 -> entry 53: its statement is not the one in the tree
            UPDATE log_entry SET statement = 'x' WHERE entry = 54 -> entry 54: its statement is damaged
            DELETE FROM log_entry WHERE entry = 55; DELETE FROM case_file WHERE entry = 55 -> entry 55: it is missing
            DELETE FROM log_entry WHERE entry = 56 -> entry 56: there is a case file without the entry
            DELETE FROM case_file WHERE entry = 57 -> entry 57: its case file is missing, and no entry erased it
            UPDATE log_entry SET entry = 605 WHERE entry = 58 -> entry 58: it is missing
            INSERT INTO log_entry (entry, kind, at, statement) SELECT 604, kind, at, statement FROM log_entry WHERE entry = 609 -> entry 604: it was inserted
            UPDATE tree_tile SET hashes = set_byte(hashes, 320, get_byte(hashes, 320) # 1) WHERE level = 0 AND number = 1 -> entry 267: its statement is not the one in the tree
            UPDATE tree_edge SET hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) WHERE level = 1 -> tile/1/000.p/2 is not what its entries give
            UPDATE checkpoint SET root = sha256('a') WHERE size = 606 -> the checkpoint of size 606 has not the root that its entries give
            INSERT INTO case_file SELECT 5, sender, reference, received, read, verdict, ground_cells, secret FROM case_file WHERE entry = 6 -> entry 5: its case file was erased by entry 609 and is there again
            UPDATE log_entry SET statement = replace(statement, 'log.test/audit', 'log.test/other') WHERE entry = 302 -> entry 302: it does not change the key
            """,
                """
            DELETE FROM checkpoint WHERE size = 606 -> no checkpoint covers the last entries
            """,
                """
            DELETE FROM tree_tile WHERE level = 0 AND number = 0 -> tile/0/000 is missing
            UPDATE erasure SET entry = 610 -> entry 5: the entry that erased its case file, 610, is no erasure of it
            DELETE FROM tree_run WHERE index > 500 -> there is a checkpoint of size
            """,
                """
            UPDATE checkpoint SET note = replace(note, '606', '605') WHERE size = 606 -> the checkpoint of size 606: the signature of
            DELETE FROM erasure -> entry 5: its case file is missing, and no entry erased it
            """
            })
    void changesAreFoundWhereTheyAre(String changes) throws SQLException {
        DataSource copy = copy();
        PostgresFixture.execute(copy, "ALTER TABLE log_entry ALTER COLUMN entry DROP IDENTITY");
        List<String[]> each = changes.lines().map(line -> line.split(" -> ")).toList();
        for (String[] change : each) {
            PostgresFixture.execute(copy, change[0]);
        }
        List<String> flaws =
                audit(copy, null).flaws().stream().map(AuditLog.Flaw::toString).toList();
        for (String[] change : each) {
            assertThat(flaws).as(change[0]).anyMatch(flaw -> flaw.contains(change[1]));
        }
    }

    @Test
    void swappedEntriesAreFound() throws SQLException {
        DataSource copy = copy();
        PostgresFixture.execute(copy, "ALTER TABLE log_entry ALTER COLUMN entry DROP IDENTITY");
        for (String table : List.of("log_entry", "case_file")) {
            for (String step : List.of("-1 WHERE entry = 70", "70 WHERE entry = 71", "71 WHERE entry = -1")) {
                PostgresFixture.execute(copy, "UPDATE " + table + " SET entry = " + step);
            }
        }
        assertThat(audit(copy, null).flaws().get(0).toString())
                .startsWith("entry 70: its statement is not the one in the tree");
    }

    @Test
    void olderCopyIsFoundByTheCheckpointThatWasKeptElsewhere() throws SQLException {
        DataSource copy = copy();
        for (String sql : List.of(
                "DELETE FROM log_entry WHERE entry > 602",
                "DELETE FROM case_file WHERE entry > 602",
                "DELETE FROM erasure",
                "INSERT INTO case_file SELECT 5, sender, reference, received, read, verdict, ground_cells, secret FROM case_file WHERE entry = 6",
                "DELETE FROM checkpoint WHERE size > 602",
                "DELETE FROM tree_run WHERE index >= 602",
                "UPDATE tree_edge SET hashes = substr(hashes, 1, 90 * 32) WHERE level = 0")) {
            PostgresFixture.execute(copy, sql);
        }
        assertThat(audit(copy, null).flaws())
                .extracting(AuditLog.Flaw::toString)
                .containsExactly("entry 5: its case file is not the one that it commits to");
        assertThat(audit(copy, kept).flaws())
                .extracting(AuditLog.Flaw::toString)
                .anyMatch(each -> each.contains("entries were removed, or this is an older copy"));
    }

    /** With the key of the log everything can be made anew. Only what somebody else keeps tells of it. */
    @Test
    void rewritingWithTheStolenKeyIsFoundByTheCheckpointThatWasKeptElsewhereOnly() throws SQLException {
        DataSource copy = copy();
        Decision forged = DecisionFixture.decision("forged", "denied", LocalDate.EPOCH);
        Seal seal = SealFixture.seal(forged);
        PostgresFixture.execute(copy, "DELETE FROM case_file WHERE entry = 80; DELETE FROM log_entry WHERE entry = 80");
        for (String table : List.of("checkpoint", "tree_run", "tree_tile", "tree_edge")) {
            PostgresFixture.execute(copy, "DELETE FROM " + table);
        }
        PostgresFixture.execute(copy, "SELECT setval('log_entry_entry_seq', 79)");
        done(new PostgresDecisionLog(
                        copy,
                        DecisionFixture.CODEC,
                        Routes.NONE,
                        10,
                        Duration.ofMinutes(1),
                        DecisionFixture.KEY_LIFETIME)
                .append(forged, seal, Set.of(), null));
        new Integrator(new PostgresTreeStore(copy), new Seen(), NEXT, SIGNER, Clock.systemUTC()).step();

        assertThat(audit(copy, null).flaws()).isEmpty();
        assertThat(audit(copy, kept).flaws())
                .extracting(AuditLog.Flaw::toString)
                .containsExactly("the first 606 entries are not those of the checkpoint that was kept elsewhere");
    }

    @Test
    void logOfAnotherKeyIsNotTrusted() {
        TrustPolicy other = TrustPolicy.of(
                List.of(signer("00000000000000000000000000000000").key()));
        assertThat(new AuditLog(new PostgresRecordReader(POSTGRES.database()), PARTS)
                        .audit(other, null, (entries, last) -> {})
                        .flaws())
                .extracting(AuditLog.Flaw::toString)
                .contains("no key of the log is one of the trust policy");
    }
}
