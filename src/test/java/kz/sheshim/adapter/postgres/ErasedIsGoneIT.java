package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import kz.sheshim.access.Submitter;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.Decision;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Feature;
import kz.sheshim.log.FeatureCounts;
import kz.sheshim.log.Fingerprint;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.Order;
import kz.sheshim.log.Seal;
import kz.sheshim.log.SealFixture;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.vocabulary.FieldPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing that an erased case said is found in the files of the database after the documented vacuum. */
class ErasedIsGoneIT {
    /** As src/docs/log.md says. */
    private static final String VACUUM =
            "VACUUM (FULL) case_file, personal_text, hand_over, idempotency_key, scheduled_tasks, feature, feature_block, dossier_decision, affected_decision";

    /** A dossier that lists all decisions, with what made the difference. */
    private static final String DOSSIER =
            """
            INSERT INTO draft VALUES ('00000000-0000-7000-8000-000000000001', 'A draft', now(), 'base', 'draft');
            INSERT INTO draft_version VALUES ('00000000-0000-7000-8000-000000000001', 1, 'author', now(), NULL, 0, false);
            INSERT INTO dossier VALUES ('00000000-0000-7000-8000-000000000001', 1, 'base', now(), 'maker', 0, '{}');
            INSERT INTO dossier_decision
                SELECT '00000000-0000-7000-8000-000000000001', 1, entry, decision, 'change of ' || reference FROM log_entry JOIN case_file USING (entry);
            INSERT INTO affected_list (publication) VALUES (1);
            INSERT INTO affected_decision SELECT 1, entry, 'change of ' || reference FROM log_entry JOIN case_file USING (entry)
            """;

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    @BeforeAll
    static void store() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
    }

    private static final class Case {
        final Submitter submitter;
        final Decision decision;
        final Seal seal;
        final SearchTerm term;
        final KeyedRequest request;
        final Entry entry;

        Case(String name, Set<String> actions) {
            submitter = new Submitter("submitter-" + name);
            decision = DecisionFixture.withActions(
                    DecisionFixture.decision(submitter, "reference-" + name, "granted", LocalDate.EPOCH, "late"),
                    LocalDate.EPOCH,
                    actions.toArray(String[]::new));
            seal = SealFixture.seal(decision);
            term = SealFixture.SEARCH_KEY.term("papers.number", name).orElseThrow();
            request = new KeyedRequest(
                    submitter,
                    new IdempotencyKey("key-" + name),
                    Fingerprint.of(name.getBytes(StandardCharsets.UTF_8)));
            Routes routes = new Routes(List.of(new Routes.Destination("tower", Set.of())));
            try (PostgresDecisionLog log = DecisionFixture.log(POSTGRES, routes)) {
                entry = done(log.append(decision, seal, Set.of(term), request));
            }
        }

        Map<String, byte[]> said() {
            Map<String, byte[]> said = new LinkedHashMap<>();
            said.put("submitter", utf8(submitter.name()));
            said.put("reference", utf8(decision.reference()));
            said.put("verdict", utf8(decision.verdictText()));
            said.put("key", utf8(request.key().text()));
            said.put("fingerprint", utf8(request.fingerprint().hex()));
            said.put("secret", seal.caseFile().bytes());
            said.put(
                    "term",
                    ByteBuffer.allocate(Long.BYTES)
                            .order(ByteOrder.nativeOrder())
                            .putLong(term.number())
                            .array());
            said.put("md5 of the reference", md5(decision.reference()));
            said.put("failure", utf8("failure of " + decision.reference()));
            said.put("change", utf8("change of " + decision.reference()));
            said.put("code", utf8("code-of-" + decision.reference()));
            return said;
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** As the index has it: a text. */
    private static byte[] md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that only this case has. */
    private static Feature feature(FeatureCounts.Recorded file) {
        return Feature.fact(
                new FieldPath("papers", "kind"),
                "code-of-" + file.read().replaceAll("(?s).*\"a\" : \"(.*?)\".*", "$1"));
    }

    private static byte[] application(Entry entry) throws SQLException {
        try (Connection connection = POSTGRES.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT application FROM hand_over WHERE entry = "
                        + entry.number().value())) {
            row.next();
            UUID hash = row.getObject(1, UUID.class);
            return ByteBuffer.allocate(16)
                    .putLong(hash.getMostSignificantBits())
                    .putLong(hash.getLeastSignificantBits())
                    .array();
        }
    }

    @Test
    void nothingIsLeftInTheFilesOfTheDatabase() throws Exception {
        PostgresCaseSearch search = new PostgresCaseSearch(POSTGRES.database());
        search.claim(SealFixture.SEARCH_KEY.mark());
        Case kept = new Case("kept-" + UUID.randomUUID(), Set.of("ring"));
        Case erased = new Case("erased-" + UUID.randomUUID(), Set.of("ring"));
        POSTGRES.execute(
                "UPDATE hand_over SET failure = 'failure of ' || reference FROM case_file WHERE case_file.entry = hand_over.entry");
        Map<String, byte[]> said = erased.said();
        said.put("application of the hand-over", application(erased.entry));
        Map<String, byte[]> others = kept.said();
        others.put("application of the hand-over", application(kept.entry));
        search.fill(10, file -> Set.of());
        PostgresFeatureCounts features = new PostgresFeatureCounts(POSTGRES.database());
        boolean more = true;
        while (more) {
            more = features.take(file -> Set.of(feature(file)));
        }
        POSTGRES.execute(DOSSIER);
        POSTGRES.execute("ANALYZE");
        PostgresFixture.execute(POSTGRES.superuser(), "CHECKPOINT");
        assertThat(found(said)).isEqualTo(said.keySet());

        new PostgresCaseFiles(POSTGRES.database())
                .erase(erased.decision.id(), new Order("retention-ended", "", new Submitter("archive")), Instant.EPOCH)
                .orElseThrow();
        POSTGRES.execute(VACUUM);
        PostgresFixture.execute(POSTGRES.superuser(), "SELECT pg_switch_wal()");
        PostgresFixture.execute(POSTGRES.superuser(), "CHECKPOINT");

        assertThat(found(said)).isEmpty();
        assertThat(found(others)).isEqualTo(others.keySet());
        assertThat(Files.readString(Path.of("src/docs/log.md"))).contains(VACUUM);
    }

    /** Which of these texts are in a file of the database. */
    private static Set<String> found(Map<String, byte[]> said) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(POSTGRES.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                said.forEach((name, bytes) -> {
                    if (content.contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
                        found.add(name);
                    }
                });
            }
        }
        return found;
    }
}
