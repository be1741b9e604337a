package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.Wiring;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.EarlierDecisionsFixture;
import kz.sheshim.decision.NewerLawFixture;
import kz.sheshim.decision.SecondOpinionFixture;
import kz.sheshim.delivery.Routes;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.hash.Sha256;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Integrator;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.SealFixture;
import kz.sheshim.log.SeenCheckpoint;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.policy.Revision;
import kz.sheshim.proof.AuditLog;
import kz.sheshim.proof.ProveDecision;
import kz.sheshim.proof.SealedParts;
import kz.sheshim.proof.StoredVocabularies;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.TelemetryFixture;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;

/**
 * A log that an earlier version has made: every later version must open, audit, prove and replay it, byte for byte. Never write it anew for a version that
 * cannot: that version is wrong. A new format gets a log of its own beside this one.
 */
class GoldenLogIT {
    private static final Path FOLDER = Path.of("src/test/resources/golden-log/1");

    /** The version of the schema that the log was written by. */
    private static final String SCHEMA = "14";

    private static final String WRITE = "sheshim.golden.write";
    private static final List<String> TABLES = List.of(
            "revision",
            "revision_file",
            "log_entry",
            "case_file",
            "erasure",
            "tree_run",
            "tree_tile",
            "tree_edge",
            "checkpoint");
    private static final int DECISIONS = 300;
    private static final NoteSigner FIRST_KEY = signer("0123456789abcdef0123456789abcdef");
    private static final NoteSigner KEY = signer("fedcba9876543210fedcba9876543210");
    private static final JacksonVerdictCodec CODEC = new JacksonVerdictCodec();

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture(SCHEMA);

    private static NoteSigner signer(String seed) {
        return new NoteSigner("log.test/golden", Signer.of(Ed25519.keyPair(seed.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void logOfVersionOneIsAuditedProvenAndReplayedByteForByte() throws Exception {
        assumeThat(System.getProperty(WRITE)).isNull();
        restore();
        POSTGRES.migrate();
        DataSource database = POSTGRES.database();
        PolicyCompiler compiler = Wiring.policyCompiler(Limits.USUAL, null);
        PostgresRevisionStore revisions = new PostgresRevisionStore(database);
        SealedParts parts = new SealedParts(new StoredVocabularies(revisions, compiler));
        TrustPolicy trust = TrustPolicy.of(List.of(KEY.key()));
        Note kept = Note.parse(Files.readAllBytes(FOLDER.resolve("checkpoint")));

        AuditLog.Report report =
                new AuditLog(new PostgresRecordReader(database), parts).audit(trust, kept, (entries, last) -> {});
        assertThat(report.flaws()).isEmpty();
        assertThat(report.inTree()).isEqualTo(DECISIONS + 3);

        PostgresTreeStore store = new PostgresTreeStore(database);
        ProveDecision prove = new ProveDecision(new PublishedLog(store, KEY.key(), null), parts);
        PostgresDecisionLogReader reader = new PostgresDecisionLogReader(database, CODEC);
        Revision revision = revisions.list().get(0).revision();
        int replayed = 0;
        StringBuilder proofs = new StringBuilder();
        try (DecidingPolicy policy = compiler.compile(revisions.files(revision).orElseThrow())) {
            for (int i = 0; i < DECISIONS; i++) {
                Optional<Entry> entry = find(reader, id(i));
                if (entry.isPresent()) {
                    Decision decision = entry.get().decision();
                    byte[] received = decision.received().getBytes(StandardCharsets.UTF_8);
                    assertThat(CODEC.encode(policy.decide(policy.read(received).facts())))
                            .isEqualTo(decision.verdictText());
                    proofs.append(Sha256.hex(
                                    prove.prove(entry.get(), part -> true).bytes()))
                            .append('\n');
                    replayed++;
                }
            }
        }
        assertThat(replayed).isEqualTo(DECISIONS - 1);
        assertThat(proofs.toString()).isEqualTo(Files.readString(FOLDER.resolve("proofs.sha256")));
    }

    private static Optional<Entry> find(PostgresDecisionLogReader reader, DecisionId id) {
        try {
            return reader.find(id);
        } catch (CaseErased erased) {
            return Optional.empty();
        }
    }

    private static DecisionId id(int number) {
        return new DecisionId(new UUID(0x0199f3c200007000L, 0x8000000000000000L | number));
    }

    /** Writes the log; run only once for each format. */
    @Test
    void write() throws Exception {
        assumeThat(System.getProperty(WRITE)).isNotNull();
        DataSource database = POSTGRES.database();
        PolicyCompiler compiler = Wiring.policyCompiler(Limits.USUAL, null);
        PostgresRevisionStore revisions = new PostgresRevisionStore(database);
        PostgresTreeStore store = new PostgresTreeStore(database);
        Clock clock = Clock.fixed(Instant.parse("2026-11-29T05:15:00.123Z"), ZoneOffset.UTC);
        Unseen unseen = new Unseen();
        int[] number = {0};
        try (Rulesets rulesets = new Rulesets(
                        new FolderPolicySource(Path.of("")), compiler, revisions, true, 1, TelemetryFixture.NONE);
                PostgresDecisionLog log = new PostgresDecisionLog(
                        database, CODEC, Routes.NONE, 10, Duration.ofMinutes(1), DecisionFixture.KEY_LIFETIME)) {
            rulesets.load();
            DecideApplication decide = new DecideApplication(
                    rulesets,
                    CODEC,
                    revisions,
                    log,
                    EarlierDecisionsFixture.none(rulesets),
                    NewerLawFixture.NONE,
                    SecondOpinionFixture.NONE,
                    () -> id(number[0]++),
                    SealFixture.SECRETS,
                    SealFixture.SEARCH_KEY,
                    clock,
                    "sheshim 0.1 / " + compiler.engine(),
                    100);
            List<byte[]> applications = ApplicationsFixture.examples().toList();
            for (int i = 0; i < DECISIONS; i++) {
                done(decide.decide(applications.get(i % applications.size()), new Submitter("front-office"), null));
                if (i == 100) {
                    new Integrator(store, unseen, FIRST_KEY, null, clock).step();
                }
            }
            new PostgresCaseFiles(database).erase(id(7), "retention-ended", new Submitter("archive"), clock.instant());
        }
        Note kept = Note.parse(new Integrator(store, unseen, KEY, FIRST_KEY, clock)
                .step()
                .orElseThrow()
                .newest()
                .note());
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve("checkpoint"), kept.bytes());
        save();
        SealedParts parts = new SealedParts(new StoredVocabularies(revisions, compiler));
        ProveDecision prove = new ProveDecision(new PublishedLog(store, KEY.key(), null), parts);
        PostgresDecisionLogReader reader = new PostgresDecisionLogReader(database, CODEC);
        StringBuilder proofs = new StringBuilder();
        for (int i = 0; i < DECISIONS; i++) {
            find(reader, id(i)).ifPresent(entry -> proofs.append(
                            Sha256.hex(prove.prove(entry, part -> true).bytes()))
                    .append('\n'));
        }
        Files.writeString(FOLDER.resolve("proofs.sha256"), proofs);
    }

    private static final class Unseen implements SeenCheckpoint {
        @Override
        public Optional<Note> read() {
            return Optional.empty();
        }

        @Override
        public void write(Note checkpoint) {}

        @Override
        public void forget() {}
    }

    private static void save() throws SQLException, IOException {
        try (Connection connection = POSTGRES.owner().getConnection()) {
            for (String table : TABLES) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(rows)) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", gzip);
                }
                Files.write(FOLDER.resolve(table + ".gz"), rows.toByteArray());
            }
        }
    }

    private static void restore() throws SQLException, IOException {
        try (Connection connection = POSTGRES.owner().getConnection()) {
            for (String table : TABLES) {
                // a file of a revision that is stored already is refused otherwise
                POSTGRES.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
                try (InputStream rows = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(table + ".gz")))) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN", rows);
                }
                POSTGRES.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
        }
    }
}
