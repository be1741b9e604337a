package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kz.sheshim.DoneFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.background.Callers;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Integrator;
import kz.sheshim.log.Order;
import kz.sheshim.log.Publication;
import kz.sheshim.log.Seal;
import kz.sheshim.log.SealFixture;
import kz.sheshim.log.SeenCheckpointFixture;
import kz.sheshim.log.TreeStore.SignedTree;
import kz.sheshim.log.tree.Cosigner;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.proof.AuditLog;
import kz.sheshim.proof.SealedParts;
import kz.sheshim.verdict.Verdict;
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
    private static final Cosigner WITNESS = new Cosigner("witness.test/audit", key("abcdefabcdefabcdefabcdefabcdefab"));
    private static final TrustPolicy TRUST =
            TrustPolicy.parse(("log " + NEXT.key() + "\nwitness court " + WITNESS.key() + "\nquorum none\n")
                    .getBytes(StandardCharsets.UTF_8));
    private static final SealedParts PARTS = new SealedParts((caseFile, revision) -> List.of());
    private static final AtomicInteger COPIES = new AtomicInteger();

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static Note kept = Note.parse("unknown\n0\n" + Hash.EMPTY_ROOT + "\n\n— unknown AAAAAAA=\n");

    private static NoteSigner signer(String seed) {
        return new NoteSigner("log.test/audit", key(seed));
    }

    private static Signer key(String seed) {
        return Signer.of(Ed25519.keyPair(seed.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Entry 1 is the key, 2 to 301 decisions, 302 the change of the key, 303 to 602 decisions, then a gap to 608, 609 the erasure of 5, 610 to 612 decisions, 613 a
     * publication. A witness has cosigned the last checkpoint.
     */
    @BeforeAll
    static void record() throws SQLException {
        DataSource database = POSTGRES.database();
        new PostgresRevisionStore(database).store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
        PostgresTreeStore store = new PostgresTreeStore(database);
        SeenCheckpointFixture seen = new SeenCheckpointFixture();
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
        POSTGRES.execute("CREATE TABLE erased_case AS SELECT * FROM case_file WHERE entry = 5");
        new PostgresCaseFiles(database)
                .erase(
                        entries.get(3).decision().id(),
                        new Order("retention-ended", "", new Submitter("archive")),
                        Instant.EPOCH);
        record(log, 3);
        Publication publication = Publication.ofFolder(DecisionFixture.REVISION, null, Instant.EPOCH);
        POSTGRES.execute("SELECT publish('" + DecisionFixture.REVISION + "', NULL, 'epoch', '"
                + publication.statement().text() + "')");
        SignedTree newest = second.step().orElseThrow().newest();
        kept = Note.parse(newest.note());
        store.cosign(newest.size(), WITNESS.cosign(kept.text(), Instant.EPOCH));
    }

    /** In the order of their numbers. */
    private static List<Entry> record(DecisionLog log, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> DecisionFixture.append(log, decision("A-" + i, "granted", "late", "other"), null))
                .toList()
                .stream()
                .map(DoneFixture::done)
                .sorted(Comparator.comparing(entry -> entry.number().value()))
                .toList();
    }

    private static Decision decision(String reference, String outcome, String... grounds) {
        Decision decision = DecisionFixture.decision(reference, outcome, LocalDate.EPOCH, grounds);
        return says(decision, decision.verdict());
    }

    /** The decision with the text of this verdict. */
    private static Decision says(Decision decision, Verdict verdict) {
        return new Decision(
                decision.id(),
                decision.submitter(),
                decision.reference(),
                decision.decidedAt(),
                decision.revision(),
                decision.engine(),
                decision.received(),
                decision.read(),
                decision.verdict(),
                verdict.grounds().stream()
                        .map(ground -> "{\"code\":\"" + ground.code() + "\"}")
                        .collect(Collectors.joining(
                                ",",
                                "{\"outcome\":\"" + verdict.outcome() + "\",\"filedOn\":\"" + verdict.filedOn()
                                        + "\",\"grounds\":[",
                                "]}")),
                decision.groundCells());
    }

    private static AuditLog auditLog(DataSource database) {
        return new AuditLog(new PostgresRecordReader(database), PARTS, new JacksonParser(), new Callers());
    }

    private static AuditLog.Report audit(DataSource database, @Nullable Note trusted) {
        return auditLog(database).audit(TRUST, trusted, (entries, last) -> {});
    }

    private static List<String> flaws(DataSource database) {
        return audit(database, null).flaws().stream()
                .map(AuditLog.Flaw::toString)
                .toList();
    }

    private static DataSource copy() throws SQLException {
        return POSTGRES.tampered("copy_" + COPIES.incrementAndGet());
    }

    @Test
    void recordThatNobodyTouchedHasNoFlaw() {
        AuditLog.Report report = audit(POSTGRES.database(), kept);
        assertThat(report.flaws()).isEmpty();
        assertThat(report.entries()).isEqualTo(607);
        assertThat(report.inTree()).isEqualTo(607);
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
            DELETE FROM log_entry WHERE entry = 56 -> entry 56: there is a case file or an erasure without the entry
            DELETE FROM case_file WHERE entry = 57 -> entry 57: its case file is missing, and the table of erasures does not have it
            UPDATE log_entry SET entry = 605 WHERE entry = 58 -> entry 58: it is missing
            DELETE FROM log_entry WHERE entry BETWEEN 90 AND 93 -> entry 90: it is missing, and so are all after it, up to 93
            UPDATE log_entry SET revision = 'sha256:other' WHERE entry = 59 -> entry 59: its revision is not the stated one
            UPDATE log_entry SET kind = 'key' WHERE entry = 609 -> entry 609: its kind is not key
            UPDATE log_entry SET grounds = '{{late,other}}' WHERE entry = 60 -> entry 60: its outcome, grounds or day
            UPDATE log_entry SET grounds = '{NULL}' WHERE entry = 61 -> entry 61: its outcome, grounds or day
            UPDATE case_file SET sender = E'B\\n' WHERE entry = 62 -> entry 62: its case file is not the one
            UPDATE case_file SET ground_cells = '{NULL}' WHERE entry = 63 -> entry 63: its case file is not the one
            UPDATE log_entry SET revision = 'sha256:other' WHERE entry = 613 -> entry 613: its revision is not the stated one
            UPDATE log_entry SET outcome = 'granted', grounds = '{late}' WHERE entry = 302 -> entry 302: its kind has no grounds, outcome
            INSERT INTO case_file SELECT 302, sender, reference, received, read, verdict, ground_cells, secret FROM case_file WHERE entry = 6 -> entry 302: it is no decision and has a case file
            INSERT INTO case_file SELECT 700, sender, reference, received, read, verdict, ground_cells, secret FROM case_file WHERE entry = 6 -> entry 700: there is a case file or an erasure without the entry
            INSERT INTO erasure VALUES (1, 609, 'B') -> entry 1: it is no decision and the table of erasures has it
            INSERT INTO erasure VALUES (603, 609, 'B') -> entry 603: there is a case file or an erasure without the entry
            INSERT INTO log_entry (entry, kind, at, statement) SELECT 0, 'key', at, statement FROM log_entry WHERE entry = 610 -> entry 0: it was inserted
            INSERT INTO log_entry (entry, kind, at, statement) SELECT -9223372036854775807, 'key', at, statement FROM log_entry WHERE entry = 610 -> entry -9223372036854775807: it was inserted
            INSERT INTO log_entry (entry, kind, at, statement) SELECT 9223372036854775807, kind, at, statement FROM log_entry WHERE entry = 609 -> entry 9223372036854775807: the table of erasures does not say
            INSERT INTO log_entry (entry, kind, at, statement) SELECT 604, 'key', at, statement FROM log_entry WHERE entry = 610 -> entry 604: it was inserted
            UPDATE tree_tile SET hashes = set_byte(hashes, 320, get_byte(hashes, 320) # 1) WHERE level = 0 AND number = 1 -> entry 267: its statement is not the one in the tree
            UPDATE log_entry SET statement = replace(statement, 'drools 10', 'drools 11') WHERE entry = 590 -> entry 590: its statement is not the one in the tree
            UPDATE tree_edge SET hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) WHERE level = 1 -> tile/1/000.p/2 is not what its entries give
            UPDATE checkpoint SET root = sha256('a') WHERE size = 607 -> the checkpoint of size 607 is signed for another tree
            INSERT INTO case_file SELECT 5, sender, reference, received, read, verdict, ground_cells, secret FROM case_file WHERE entry = 6 -> entry 5: its case file was erased by entry 609 and is there again
            UPDATE log_entry SET statement = replace(statement, 'log.test/audit', 'log.test/other') WHERE entry = 302 -> entry 302: it does not change the key
            """,
                """
            UPDATE checkpoint SET root = sha256('a') WHERE size = 301 -> the checkpoint of size 301 has not the root that its entries give
            DELETE FROM cosignature -> the newest checkpoint, of size 602, does not cover the row tree_run 602
            DELETE FROM checkpoint WHERE size = 607 -> the newest checkpoint, of size 602, does not cover the row tree_run 602
            """,
                """
            DELETE FROM tree_tile WHERE level = 0 AND number = 0 -> tile/0/000 is missing
            UPDATE erasure SET entry = 610 -> entry 5: the entry that erased its case file, 610, is no erasure of it
            DELETE FROM tree_run WHERE index > 500 -> there is a checkpoint of size
            """,
                """
            INSERT INTO tree_run VALUES (100, 9999, 1) -> entry 9999: a surplus row of tree_run says that it stands at index 100
            INSERT INTO tree_run VALUES (700, 9998, 1) -> does not cover the row tree_run 700
            INSERT INTO tree_tile SELECT 0, 7, hashes FROM tree_tile WHERE number = 0 -> does not cover the row tree_tile 0/7
            INSERT INTO tree_tile SELECT 1, 0, hashes FROM tree_tile WHERE number = 0 -> does not cover the row tree_tile 1/0
            INSERT INTO tree_tile SELECT 9, 0, hashes FROM tree_tile WHERE level = 0 AND number = 0 -> does not cover the row tree_tile 9/0
            INSERT INTO tree_edge SELECT 3, 0, hashes FROM tree_edge WHERE level = 0 -> the tree has no tile like the row tree_edge 3
            UPDATE tree_edge SET hashes = hashes || sha256('a') WHERE level = 0 -> tile/0/002.p/95 is missing
            INSERT INTO cosignature SELECT 500, line FROM cosignature WHERE size = 607 -> the checkpoint of size 500 is missing, and there are cosignatures of it
            INSERT INTO cosignature SELECT 9999, line FROM cosignature WHERE size = 607 -> does not cover the row cosignature 9999
            """,
                """
            DELETE FROM erasure -> entry 609: the table of erasures does not say that it erased the case file of entry 5
            INSERT INTO case_file SELECT * FROM erased_case -> entry 609: the case file that it erased, of entry 5, is there
            """,
                """
            UPDATE log_entry SET statement = replace(statement, 'key ', E'key \\x01') WHERE entry = 302 -> entry 302: it does not change the key
            """,
                """
            UPDATE checkpoint SET note = replace(note, '607', '606') WHERE size = 607 -> the checkpoint of size 607: the signature of
            DELETE FROM erasure -> entry 5: its case file is missing, and the table of erasures does not have it
            DELETE FROM erasure -> entry 609: the table of erasures does not say that it erased the case file of entry 5
            UPDATE cosignature SET line = left(line, -8) || 'AAAAAA==' -> the checkpoint of size 607: the signature of
            """
            })
    void changesAreFoundWhereTheyAre(String changes) throws SQLException {
        DataSource copy = copy();
        PostgresFixture.execute(copy, "ALTER TABLE log_entry ALTER COLUMN entry DROP IDENTITY");
        List<String[]> each = changes.lines().map(line -> line.split(" -> ")).toList();
        for (String[] change : each) {
            PostgresFixture.execute(copy, change[0]);
        }
        List<String> flaws = flaws(copy);
        for (String[] change : each) {
            assertThat(flaws).as(change[0]).anyMatch(flaw -> flaw.contains(change[1]));
        }
    }

    @Test
    void recordThatGrowsMeanwhileHasNoFlaw() throws SQLException {
        DataSource copy = copy();
        DecisionLog log = DecisionFixture.log(copy);
        Integrator integrator =
                new Integrator(new PostgresTreeStore(copy), new SeenCheckpointFixture(), NEXT, null, Clock.systemUTC());
        AtomicInteger grown = new AtomicInteger();
        AuditLog.Report report = auditLog(copy).audit(TRUST, kept, (entries, last) -> {
            grown.incrementAndGet();
            List<Entry> more = record(log, 300);
            new PostgresCaseFiles(copy)
                    .erase(
                            more.get(0).decision().id(),
                            new Order("retention-ended", "", new Submitter("archive")),
                            Instant.EPOCH);
            integrator.step();
        });
        assertThat(report.flaws()).isEmpty();
        assertThat(report.inTree()).isEqualTo(607);
        AuditLog.Report next = audit(copy, kept);
        assertThat(next.flaws()).isEmpty();
        assertThat(next.inTree()).isEqualTo(607 + 301L * grown.get());
    }

    /** Whoever stole a key that the log has given up can still sign with it. */
    @Test
    void checkpointOfAKeyThatIsNoLongerInForceIsFound() throws SQLException {
        DataSource copy = copy();
        String retired = new Note(kept.text(), List.of(SIGNER.sign(kept.text()))).toString();
        PostgresFixture.execute(copy, "UPDATE checkpoint SET note = '" + retired + "' WHERE size = 607");
        assertThat(flaws(copy)).containsExactly("the checkpoint of size 607 is not signed by the key in force");
    }

    /** A change of the key, or of the name, is stated before the tree has its entry. */
    @Test
    void nextKeyMaySignBeforeTheTreeHasIt() throws SQLException {
        DataSource copy = copy();
        String text = checkpoint(copy, 301).text();
        String early = new Note(text, List.of(NEXT.sign(text))).toString();
        PostgresFixture.execute(copy, "UPDATE checkpoint SET note = '" + early + "' WHERE size = 301");
        assertThat(flaws(copy)).isEmpty();
        String forged = new Note(text, List.of(NEXT.sign(kept.text()))).toString();
        PostgresFixture.execute(copy, "UPDATE checkpoint SET note = '" + forged + "' WHERE size = 301");
        assertThat(flaws(copy)).singleElement().asString().startsWith("the checkpoint of size 301: the signature of");
    }

    private static Note checkpoint(DataSource database, long size) {
        return Note.parse(String.valueOf(new PostgresRecordReader(database)
                .checkpoints(size - 1, size, 1)
                .get(0)
                .note()));
    }

    /** The first checkpoints of a log with many decisions of an earlier version cover no key. */
    @Test
    void keyOfTheLogMayComeAfterItsFirstCheckpoint() throws SQLException {
        DataSource copy = copy();
        for (String table : List.of(
                "cosignature",
                "checkpoint",
                "tree_run",
                "tree_tile",
                "tree_edge",
                "erasure",
                "case_file",
                "log_entry")) {
            PostgresFixture.execute(copy, "DELETE FROM " + table);
        }
        PostgresFixture.execute(
                copy,
                """
                INSERT INTO log_entry (kind, at, statement)
                SELECT 'incident', 'epoch', E'sheshim-incident/v1\nat 1970-01-01T00:00:00.000Z\nexpected a ' || number || E'\n'
                FROM generate_series(1, 10100) AS number
                """);
        Integrator integrator =
                new Integrator(new PostgresTreeStore(copy), new SeenCheckpointFixture(), NEXT, null, Clock.systemUTC());
        integrator.step();
        integrator.step();
        AuditLog.Report report = audit(copy, null);
        assertThat(report.flaws()).isEmpty();
        assertThat(report.checkpoints()).isEqualTo(2);
        assertThat(report.inTree()).isEqualTo(10_101);

        PostgresFixture.execute(copy, "UPDATE log_entry SET at = 'infinity'");
        List<AuditLog.Flaw> many = audit(copy, null).flaws();
        assertThat(many).hasSize(1_001);
        assertThat(many.get(1_000).text()).isEqualTo("there are more flaws: the audit ended here");
    }

    /** The service itself, or whoever rules it, records an outcome that the rules did not give. */
    @Test
    void outcomeThatIsNotTheOneOfItsVerdictIsFound() throws SQLException {
        DataSource copy = copy();
        for (Verdict other : List.of(
                decision("forged", "denied", "late").verdict(),
                decision("forged", "granted", "other").verdict(),
                DecisionFixture.decision("forged", "granted", LocalDate.EPOCH.plusDays(1), "late")
                        .verdict())) {
            done(DecisionFixture.append(
                    DecisionFixture.log(copy), says(decision("forged", "granted", "late"), other), null));
        }
        new Integrator(new PostgresTreeStore(copy), new SeenCheckpointFixture(), NEXT, null, Clock.systemUTC()).step();
        assertThat(flaws(copy))
                .hasSize(3)
                .allMatch(
                        flaw -> flaw.endsWith(": its outcome, grounds or day of filing is not the one of its verdict"));
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
        assertThat(flaws(copy).get(0)).startsWith("entry 70: its statement is not the one in the tree");
    }

    @Test
    void olderCopyIsFoundByTheCheckpointThatWasKeptElsewhere() throws SQLException {
        DataSource copy = copy();
        for (String sql : List.of(
                "DELETE FROM log_entry WHERE entry > 602",
                "DELETE FROM case_file WHERE entry > 602",
                "DELETE FROM erasure",
                "INSERT INTO case_file SELECT 5, sender, reference, received, read, verdict, ground_cells, secret FROM case_file WHERE entry = 6",
                "DELETE FROM cosignature",
                "DELETE FROM checkpoint WHERE size > 602",
                "DELETE FROM tree_run WHERE index >= 602",
                "UPDATE tree_edge SET hashes = substr(hashes, 1, 90 * 32) WHERE level = 0")) {
            PostgresFixture.execute(copy, sql);
        }
        assertThat(flaws(copy)).containsExactly("entry 5: its case file is not the one that it commits to");
        assertThat(audit(copy, kept).flaws())
                .extracting(AuditLog.Flaw::toString)
                .anyMatch(each -> each.contains("entries were removed, or this is an older copy"));
    }

    /** With the key of the log everything can be made anew. Only what somebody else keeps tells of it. */
    @Test
    void rewritingWithTheStolenKeyIsFoundByTheCheckpointThatWasKeptElsewhereOnly() throws SQLException {
        DataSource copy = copy();
        Decision forged = decision("forged", "denied");
        Seal seal = SealFixture.seal(forged);
        PostgresFixture.execute(copy, "DELETE FROM case_file WHERE entry = 80; DELETE FROM log_entry WHERE entry = 80");
        for (String table : List.of("cosignature", "checkpoint", "tree_run", "tree_tile", "tree_edge")) {
            PostgresFixture.execute(copy, "DELETE FROM " + table);
        }
        PostgresFixture.execute(copy, "SELECT setval('log_entry_entry_seq', 79)");
        done(DecisionFixture.log(copy).append(forged, seal, Set.of(), null));
        new Integrator(new PostgresTreeStore(copy), new SeenCheckpointFixture(), NEXT, SIGNER, Clock.systemUTC())
                .step();

        assertThat(flaws(copy)).isEmpty();
        assertThat(audit(copy, kept).flaws())
                .extracting(AuditLog.Flaw::toString)
                .containsExactly("the first 607 entries are not those of the checkpoint that was kept elsewhere");
    }

    /** A witness keeps a checkpoint with its own cosignature, whatever quorum the policy of the auditor demands. */
    @Test
    void checkpointOfOneWitnessCountsWhereThePolicyDemandsMore() {
        Cosigner other = new Cosigner("other.test/audit", key("ffffffffffffffffffffffffffffffff"));
        TrustPolicy both = TrustPolicy.parse(("log " + NEXT.key() + "\nwitness court " + WITNESS.key()
                        + "\nwitness other " + other.key() + "\ngroup both all court other\nquorum both\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(auditLog(POSTGRES.database())
                        .audit(both, kept, (entries, last) -> {})
                        .flaws())
                .isEmpty();
    }

    @Test
    void logOfAnotherKeyIsNotTrusted() {
        TrustPolicy other = TrustPolicy.of(
                List.of(signer("00000000000000000000000000000000").key()));
        assertThat(auditLog(POSTGRES.database())
                        .audit(other, null, (entries, last) -> {})
                        .flaws())
                .extracting(AuditLog.Flaw::toString)
                .contains("no key of the log is one of the trust policy");
    }
}
