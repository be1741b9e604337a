package kz.sheshim.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.policy.Revision;
import org.junit.jupiter.api.Test;

/** The vectors of src/docs/log-vectors.md, which others made from the description. */
class StatementVectorsTest {
    private static final Pattern VECTOR = Pattern.compile("```\n(.*?)```\n\nLeaf: `(.*?)`", Pattern.DOTALL);
    private static final DecisionId ID = new DecisionId(UUID.fromString("0199f3c2-2f6b-7d39-9a52-0f4c5f0f6c11"));
    private static final Secret SECRET =
            new Secret("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final List<Part> RESULT = List.of(
            Part.of("outcome", "granted"), Part.of("grounds", List.of("A-1", "B-2")), Part.of("filedOn", "2026-11-20"));
    private static final List<Part> CONTENT = List.of(
            Part.of("application", "{\"reference\":\"A \\\"1\\\"\"}"),
            Part.of("reference", "A \"1\"\n"),
            Part.of("documents[0].number", "Қ 123"));

    private static Revision revision(int last) {
        return new Revision("sha256:" + "0".repeat(63) + last);
    }

    private static Hash hash(char repeated) {
        byte[] bytes = new byte[Hash.LENGTH];
        Arrays.fill(bytes, (byte) repeated);
        return Hash.of(bytes);
    }

    private static Instant at(int day) {
        return Instant.parse("2026-11-" + day + "T05:15:00Z");
    }

    private static List<Statement> statements() {
        return List.of(
                Seal.statement(
                        ID,
                        at(20).plusMillis(123),
                        revision(1),
                        "sheshim 0.1 / drools 10.2.0 / tzdata 2025a",
                        Commitment.to(RESULT, SECRET),
                        Commitment.to(CONTENT, SECRET)),
                Erasure.statement(ID, at(21), "retention-ended"),
                new Publication(
                                revision(2),
                                revision(1),
                                at(22),
                                Publication.Way.APPROVAL,
                                "0199f3c2-2f6b-7d39-9a52-0f4c5f0f6c12",
                                List.of("anna a."),
                                List.of("berik", "50%"),
                                "Law No. 1,\narticle 2")
                        .statement(),
                Incident.statement(
                        new Checkpoint("log.test/a", 9, hash('1')), new Checkpoint("log.test/a", 7, hash('2')), at(23)),
                KeyChange.statement(
                        LogServiceFixture.key("log.test/a", 2), LogServiceFixture.key("log.test/a", 1), at(24)));
    }

    @Test
    void statementsAndLeavesAreThoseOfTheVectors() throws IOException {
        Map<String, String> vectors = new LinkedHashMap<>();
        Matcher vector = VECTOR.matcher(Files.readString(Path.of("src/docs/log-vectors.md")));
        while (vector.find()) {
            vectors.put(vector.group(1), vector.group(2));
        }
        Map<String, String> ours = new LinkedHashMap<>();
        statements()
                .forEach(each -> ours.put(each.text(), Hash.leaf(each.bytes()).toString()));
        assertThat(ours).containsExactlyEntriesOf(vectors);
    }

    @Test
    void disclosureAndCommitmentsAreThoseOfTheVectors() throws IOException {
        assertThat(Files.readString(Path.of("src/docs/log-vectors.md")))
                .contains("The disclosure of `outcome` is `"
                        + Commitment.disclosures(RESULT, SECRET).get(0).text() + "`.")
                .contains("| `result` |", "`" + Commitment.to(RESULT, SECRET).base64() + "` |")
                .contains("| `content` |", "`" + Commitment.to(CONTENT, SECRET).base64() + "` |");
    }
}
