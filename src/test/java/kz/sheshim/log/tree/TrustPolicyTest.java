package kz.sheshim.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustPolicyTest {
    private static final NoteSigner LOG = Keys.log("example.com/log", 1);
    private static final List<Cosigner> WITNESSES = witnesses();
    private static final Checkpoint CHECKPOINT = new Checkpoint("example.com/log", 0, Hash.EMPTY_ROOT);

    /** The example of tlog-policy. */
    private static final String EXAMPLE = lines(
            """
            # two organisations
            log LOG https://example.com/log/

            witness X1 W0
            \twitness X2   W1 https://example.com/w1
            witness X3 W2\t
            group X-witnesses 2 X1 X2 X3

            witness Y1 W3
            witness Y2 W4
            witness Y3 W5
            group Y-witnesses any Y1 Y2 Y3

              # both
            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y
            """);

    private static List<Cosigner> witnesses() {
        List<Cosigner> witnesses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            witnesses.add(Keys.witness("witness.example/" + i, 10 + i));
        }
        return witnesses;
    }

    private static String lines(String template) {
        String text = template.replace("LOG", LOG.key().toString());
        for (int i = 0; i < 6; i++) {
            text = text.replace("W" + i, WITNESSES.get(i).key().toString());
        }
        return text;
    }

    private static TrustPolicy parse(String text) {
        return TrustPolicy.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Note cosigned(String witnesses) {
        Note note = CHECKPOINT.sign(LOG);
        for (char each : witnesses.toCharArray()) {
            note = note.with(WITNESSES.get(each - '0').cosign(note.text(), Instant.ofEpochSecond(1_000_000)));
        }
        return note;
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "01, false",
        "03, false",
        "013, true",
        "025, true",
        "124, true",
        "012345, true",
        "345, false",
        "0345, false"
    })
    void theExampleOfTheSpecificationNeedsTwoOfOneGroupAndOneOfTheOther(String witnesses, boolean enough) {
        TrustPolicy policy = parse(EXAMPLE);
        Note note = cosigned(witnesses);
        if (enough) {
            assertThat(policy.verify(note)).isEqualTo(CHECKPOINT);
        } else {
            assertThatThrownBy(() -> policy.verify(note))
                    .isInstanceOf(NotValid.class)
                    .hasMessage("too few witnesses of the policy have cosigned this checkpoint");
        }
    }

    @Test
    void aWitnessCountsOnceHoweverOftenItSigns() {
        Note note = cosigned("0");
        for (int i = 1; i < 5; i++) {
            note = note.with(WITNESSES.get(0).cosign(note.text(), Instant.ofEpochSecond(i)));
        }
        Note often = note;
        TrustPolicy policy = parse(lines("log LOG\nwitness a W0\nwitness b W1\ngroup g 2 a b\nquorum g\n"));
        assertThatThrownBy(() -> policy.verify(often)).isInstanceOf(NotValid.class);
    }

    @Test
    void membersAreNamed() {
        TrustPolicy policy = parse(EXAMPLE);
        assertThat(policy.logs()).containsExactly(new TrustPolicy.Member(LOG.key(), "https://example.com/log/"));
        assertThat(policy.witnesses())
                .hasSize(6)
                .contains(new TrustPolicy.Member(WITNESSES.get(1).key(), "https://example.com/w1"));
        assertThat(policy.isQuorum(Set.of())).isFalse();
        Set<VerifierKey> all = new HashSet<>();
        WITNESSES.forEach(each -> all.add(each.key()));
        assertThat(policy.isQuorum(all)).isTrue();
    }

    @Test
    void onlyTheLogThatIsNamedInTheCheckpointCanSignIt() {
        TrustPolicy policy = TrustPolicy.of(
                List.of(LOG.key(), Keys.log("example.com/other", 2).key()));
        assertThat(policy.verify(CHECKPOINT.sign(LOG))).isEqualTo(CHECKPOINT);
        Checkpoint other = new Checkpoint("example.com/other", 0, Hash.EMPTY_ROOT);
        assertThatThrownBy(() -> policy.verify(other.sign(LOG))).isInstanceOf(NotValid.class);
        Checkpoint unknown = new Checkpoint("example.com/unknown", 0, Hash.EMPTY_ROOT);
        assertThatThrownBy(() -> policy.verify(unknown.sign(LOG)))
                .isInstanceOf(NotValid.class)
                .hasMessage("the policy has no log with the name \"example.com/unknown\"");
        Note onlyWitness = new Note(
                CHECKPOINT.text(), List.of(WITNESSES.get(0).cosign(CHECKPOINT.text(), Instant.ofEpochSecond(1))));
        assertThatThrownBy(
                        () -> parse(lines("log LOG\nwitness a W0\nquorum a\n")).verify(onlyWitness))
                .isInstanceOf(NotValid.class)
                .hasMessageContaining("has not signed");
    }

    @Test
    void aForgedCosignatureRefusesTheCheckpoint() {
        NoteSignature forged = WITNESSES.get(0).cosign("other\n", Instant.ofEpochSecond(1));
        assertThatThrownBy(() -> parse(lines("log LOG\nwitness a W0\nquorum none\n"))
                        .verify(CHECKPOINT.sign(LOG).with(forged)))
                .isInstanceOf(NotValid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log LOG|must have a line \"quorum NAME\"",
                "quorum none;quorum none|one quorum only",
                "quorum a|no line above defines \"a\"",
                "quorum|the form is: quorum NAME",
                "quorum a b|the form is: quorum NAME",
                "log LOG;log LOG;quorum none|the same public key",
                "log W0;quorum none|signatures of type 1",
                "witness a LOG;quorum none|signatures of type 4",
                "log;quorum none|the form is: log",
                "log LOG url more;quorum none|the form is: log",
                "witness a;quorum none|the form is: witness",
                "witness a W0;witness b W0;quorum none|the same public key",
                "witness a W0;witness a W1;quorum none|\"a\" is taken",
                "witness none W0;quorum none|\"none\" is taken",
                "witness a W0;group a any a;quorum none|\"a\" is taken",
                "group g any;quorum none|the form is: group",
                "group g any none;quorum none|no line above defines \"none\"",
                "group g any g;quorum none|no line above defines \"g\"",
                "witness a W0;group g any a a;quorum none|already a member",
                "witness a W0;group g any a;group h any a;quorum none|already a member",
                "witness a W0;group g 0 a;quorum none|from 1 to 1, not 0",
                "witness a W0;group g 2 a;quorum none|from 1 to 1, not 2",
                "witness a W0;group g 01 a;quorum none|decimal number",
                "witness a W0;group g many a;quorum none|decimal number",
                "Quorum none|must begin with log",
                "quorum\u000bnone|control characters",
                "quorum none\u007f|control characters"
            })
    void everyOtherLineIsRefusedWithItsNumber(String text, String message) {
        assertThatThrownBy(() -> parse(lines(text.replace(';', '\n') + "\n")))
                .isInstanceOf(NotValid.class)
                .hasMessageContaining(message)
                .hasMessageMatching("(line [0-9]+ of the policy: .*|a policy must have .*)");
    }

    @Test
    void linesEndWithANewlineAndNothingElse() {
        assertThatThrownBy(() -> parse("quorum none")).isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> parse("quorum none\r\n")).isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> parse("")).isInstanceOf(NotValid.class);
        assertThatThrownBy(() -> TrustPolicy.parse(new byte[TrustPolicy.MAX_BYTES + 1]))
                .isInstanceOf(NotValid.class);
    }

    @Test
    void namesAreOctets() {
        byte[] file = lines("log LOG\nwitness é W0\nquorum é\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(TrustPolicy.parse(file).witnesses()).hasSize(1);
        Cosigner kazakh = Keys.witness("куәгер.қаз", 9);
        assertThat(parse("witness a " + kazakh.key() + "\nquorum a\n")
                        .witnesses()
                        .get(0)
                        .key())
                .isEqualTo(kazakh.key());
    }

    @Test
    void thirtyTwoOfEachAreEasy() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            text.append("log ").append(Keys.log("log" + i, 20 + i).key()).append('\n');
            text.append("witness w" + i + " ")
                    .append(Keys.witness("w" + i, 60 + i).key())
                    .append('\n');
            text.append("group g" + i + " any w" + i + (i > 0 ? " g" + (i - 1) : "") + "\n");
        }
        assertThat(parse(text + "quorum g31\n")
                        .isQuorum(Set.of(Keys.witness("w0", 60).key())))
                .isTrue();
    }
}
