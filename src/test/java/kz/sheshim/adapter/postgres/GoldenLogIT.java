package kz.sheshim.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import kz.sheshim.CommandFixture;
import kz.sheshim.CommandFixture.Outcome;
import kz.sheshim.PolicyTools;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.background.Callers;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.hash.Sha256;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Entry;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Revision;
import kz.sheshim.proof.AuditLog;
import kz.sheshim.proof.ProveDecision;
import kz.sheshim.proof.SealedParts;
import kz.sheshim.proof.StoredVocabularies;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Logs that earlier versions have made: every later version must open, audit, prove and replay them, byte for byte. Never write one anew for a version that
 * cannot: that version is wrong. A new format gets a log of its own beside these ({@link WriteGoldenLogIT}).
 */
class GoldenLogIT {
    /** In each of the logs; the case file of one of them is erased. */
    static final int DECISIONS = 300;

    static final String FIRST_KEY = "0123456789abcdef0123456789abcdef";
    static final String KEY = "fedcba9876543210fedcba9876543210";
    static final JacksonVerdictCodec CODEC = new JacksonVerdictCodec();
    static final List<String> TABLES = List.of(
            "revision",
            "revision_file",
            "log_entry",
            "case_file",
            "erasure",
            "tree_run",
            "tree_tile",
            "tree_edge",
            "checkpoint",
            "cosignature");

    static Path folder(int format) {
        return Path.of("src/test/resources/golden-log/" + format);
    }

    static Signer signer(String seed) {
        return Signer.of(Ed25519.keyPair(seed.getBytes(StandardCharsets.US_ASCII)));
    }

    static DecisionId id(int number) {
        return new DecisionId(new UUID(0x0199f3c200007000L, 0x8000000000000000L | number));
    }

    /**
     * @param schema the version of the schema that the log was written by
     * @param name of the log
     * @param others number of entries that are no decisions
     */
    @ParameterizedTest
    @CsvSource({
        // two keys, an erasure
        "1, 14, log.test/golden, 3",
        // also two publications and an incident; a witness has cosigned
        "2, 31, log.test/golden-2, 6"
    })
    void logIsAuditedProvenAndReplayedByteForByte(int format, String schema, String name, int others) throws Exception {
        Path folder = folder(format);
        try (PostgresFixture postgres = new PostgresFixture(schema).open()) {
            restore(postgres, folder);
            postgres.migrate();
            DataSource database = postgres.database();
            PolicyCompiler compiler = PolicyTools.compiler(Limits.USUAL, null);
            SealedParts parts = new SealedParts(new StoredVocabularies(new PostgresRevisionStore(database), compiler));
            NoteSigner key = new NoteSigner(name, signer(KEY));
            Note kept = Note.parse(Files.readAllBytes(folder.resolve("checkpoint")));

            AuditLog.Report report = new AuditLog(
                            new PostgresRecordReader(database), parts, new JacksonParser(), new Callers())
                    .audit(TrustPolicy.of(List.of(key.key())), kept, (entries, last) -> {});
            assertThat(report.flaws()).isEmpty();
            assertThat(report.inTree()).isEqualTo(DECISIONS + others);

            List<Entry> entries = entries(database);
            assertThat(entries).hasSize(DECISIONS - 1);
            requireSameVerdicts(entries, new PostgresRevisionStore(database), compiler);
            assertThat(proofs(entries, new PublishedLog(new PostgresTreeStore(database), key.key(), null), parts))
                    .isEqualTo(Files.readString(folder.resolve("proofs.sha256")));
            requireCommandFinds((PGSimpleDataSource) postgres.tampered("tampered"), folder, key.key());
        }
    }

    /** The command, as somebody runs it who has nothing but a database, a key and a checkpoint. */
    private static void requireCommandFinds(PGSimpleDataSource database, Path folder, VerifierKey key)
            throws SQLException {
        String checkpoint = folder.resolve("checkpoint").toString();
        Outcome clean = audit(database, "--key", key.toString(), "--checkpoint", checkpoint);
        assertThat(clean.text())
                .matches("30\\d entries, 30\\d of them in the tree, \\d checkpoints: nothing is wrong\n");
        assertThat(clean.exit()).isZero();
        assertThat(audit(database, "--key", key.toString()).text())
                .contains("No checkpoint that was kept elsewhere was given");
        NoteSigner first = new NoteSigner(key.name(), signer(FIRST_KEY));
        assertThat(audit(database, "--key", first.key().toString()).exit()).isZero();
        assertThat(audit(database, "--key", "nothing").exit()).isEqualTo(2);

        PostgresFixture.execute(
                database,
                "UPDATE case_file SET verdict = replace(verdict, '\"outcome\":\"', '\"outcome\":\"not-') WHERE entry = 50");
        PostgresFixture.execute(database, "DELETE FROM case_file WHERE entry = 40");
        Outcome tampered = audit(database, "--key", key.toString(), "--checkpoint", checkpoint);
        assertThat(tampered.text().lines().limit(3))
                .containsExactly(
                        "entry 40: its case file is missing, and the table of erasures does not have it",
                        "entry 50: its case file is not the one that it commits to",
                        "entry 50: its outcome, grounds or day of filing is not the one of its verdict");
        assertThat(tampered.text()).endsWith(": 3 things are wrong\n");
        assertThat(tampered.exit()).isEqualTo(1);

        database.setDatabaseName("nowhere");
        Outcome nowhere = audit(database, "--key", key.toString());
        assertThat(nowhere.text()).startsWith("The database ").doesNotContain("\tat ");
        assertThat(nowhere.exit()).isEqualTo(2);
    }

    private static Outcome audit(PGSimpleDataSource database, String... more) {
        List<String> arguments = new ArrayList<>(List.of("audit", "--database", database.getURL()));
        arguments.addAll(List.of("--user", String.valueOf(database.getUser())));
        arguments.addAll(List.of("--password", String.valueOf(database.getPassword())));
        arguments.addAll(List.of(more));
        return CommandFixture.run(arguments.toArray(String[]::new));
    }

    private static void requireSameVerdicts(
            List<Entry> entries, PostgresRevisionStore revisions, PolicyCompiler compiler) throws FaultyRuleset {
        Map<Revision, DecidingPolicy> policies = new HashMap<>();
        try {
            for (Entry entry : entries) {
                Decision decision = entry.decision();
                DecidingPolicy policy = policies.get(decision.revision());
                if (policy == null) {
                    policy = compiler.compile(
                            revisions.files(decision.revision()).orElseThrow());
                    policies.put(decision.revision(), policy);
                }
                byte[] received = decision.received().getBytes(StandardCharsets.UTF_8);
                assertThat(CODEC.encode(policy.decide(policy.read(received).facts())))
                        .isEqualTo(decision.verdictText());
            }
        } finally {
            policies.values().forEach(DecidingPolicy::close);
        }
    }

    /** Those whose case file is not erased. */
    static List<Entry> entries(DataSource database) {
        PostgresDecisionLogReader reader = new PostgresDecisionLogReader(database, CODEC);
        return IntStream.range(0, DECISIONS)
                .mapToObj(number -> find(reader, id(number)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Entry> find(PostgresDecisionLogReader reader, DecisionId id) {
        try {
            return reader.find(id);
        } catch (CaseErased erased) {
            return Optional.empty();
        }
    }

    /** The hash of the whole proof of each decision, each on a line. */
    static String proofs(List<Entry> entries, PublishedLog log, SealedParts parts) {
        ProveDecision prove = new ProveDecision(log, parts);
        StringBuilder proofs = new StringBuilder();
        entries.forEach(entry -> proofs.append(
                        Sha256.hex(prove.prove(entry, part -> true).bytes()))
                .append('\n'));
        return proofs.toString();
    }

    private static void restore(PostgresFixture postgres, Path folder) throws SQLException, IOException {
        try (Connection connection = postgres.owner().getConnection()) {
            for (String table : TABLES) {
                Path rows = folder.resolve(table + ".gz");
                if (Files.exists(rows)) {
                    // a file of a revision that is stored already is refused otherwise
                    postgres.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
                    try (InputStream text = new GZIPInputStream(Files.newInputStream(rows))) {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn("COPY " + table + " FROM STDIN", text);
                    }
                    postgres.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
                }
            }
        }
    }
}
