package kz.sheshim.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.table.Citation;
import kz.sheshim.table.RuleId;
import kz.sheshim.table.Term;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.Notice;
import kz.sheshim.verdict.Verdict;
import org.junit.jupiter.api.Test;

class JacksonVerdictCodecTest {

    @Test
    void everyVerdictComesBackEqualAndIsWrittenTheSame() {
        JacksonVerdictCodec codec = new JacksonVerdictCodec();
        DecidingPolicy policy = ShippedPolicyFixture.POLICY;
        ApplicationsFixture.examples().map(ApplicationsFixture::facts).forEach(facts -> {
            Verdict verdict = policy.decide(facts);
            String text = codec.encode(verdict);
            assertThat(codec.decode(text)).isEqualTo(verdict);
            assertThat(codec.encode(codec.decode(text))).isEqualTo(text);
        });
    }

    /** Stored verdicts are compared byte for byte: this text MUST NOT change. */
    @Test
    void storedFormStaysByteForByte() {
        TreeMap<String, Object> values = new TreeMap<>();
        values.put("a.no", false);
        values.put("b.number", new BigDecimal("1.50"));
        values.put("c.whole", 7L);
        values.put("d.codes", List.of("x", "y"));
        values.put("e.unknown", null);
        values.put("f.text", "қ\"\n/");
        Verdict verdict = new Verdict(
                "outcome",
                LocalDate.of(2024, 3, 25),
                List.of(
                        new Ground(
                                "g",
                                "effect",
                                "subject",
                                new RuleId("table", "r"),
                                new Citation("act", "place", Citation.Status.of("to verify"))),
                        new Ground(
                                "h",
                                "effect",
                                null,
                                new RuleId("table", "s"),
                                new Citation("act", null, Citation.Status.of("to verify")))),
                List.of("x.y"),
                List.of(new Notice("n", null), new Notice("m", "subject")),
                List.of("action"),
                Term.ofWorkingDays(3),
                LocalDate.of(2024, 3, 28),
                List.of(new MatchedRule(new RuleId("table", "r"), values)));

        assertThat(new JacksonVerdictCodec().encode(verdict))
                .isEqualTo("{\"outcome\":\"outcome\",\"filedOn\":\"2024-03-25\",\"grounds\":["
                        + "{\"code\":\"g\",\"effect\":\"effect\",\"subject\":\"subject\",\"table\":\"table\",\"rule\":\"r\","
                        + "\"citation\":{\"act\":\"act\",\"place\":\"place\",\"status\":\"to verify\"}},"
                        + "{\"code\":\"h\",\"effect\":\"effect\",\"table\":\"table\",\"rule\":\"s\","
                        + "\"citation\":{\"act\":\"act\",\"status\":\"to verify\"}}],"
                        + "\"missingFacts\":[\"x.y\"],\"notices\":[{\"code\":\"n\"},{\"code\":\"m\",\"subject\":\"subject\"}],"
                        + "\"actions\":[\"action\"],\"workingDays\":3,\"due\":\"2024-03-28\",\"matched\":["
                        + "{\"table\":\"table\",\"rule\":\"r\",\"values\":{\"a.no\":false,\"b.number\":1.50,\"c.whole\":7,"
                        + "\"d.codes\":[\"x\",\"y\"],\"e.unknown\":null,\"f.text\":\"қ\\\"\\n/\"}}]}");
    }

    @Test
    void storedFormOfWhatFewVerdictsHaveStaysByteForByte() {
        Citation citation = new Citation("act", "place", Citation.Status.of("verified"));
        Verdict verdict = new Verdict(
                "outcome",
                LocalDate.of(2024, 3, 25),
                List.of(new Ground(
                        "g",
                        "effect",
                        null,
                        new RuleId("table", "r"),
                        List.of(citation, new Citation("b", null, citation.status()), citation))),
                List.of(),
                List.of(),
                List.of(),
                new Term(2, Term.Unit.MONTHS, Term.OnDayOff.NEXT_WORKING_DAY),
                null,
                List.of(),
                Map.of("b.c", List.of("x"), "a.b", 3L, "d.e", "🇰🇿"));

        assertThat(new JacksonVerdictCodec().encode(verdict))
                .isEqualTo("{\"outcome\":\"outcome\",\"filedOn\":\"2024-03-25\",\"grounds\":["
                        + "{\"code\":\"g\",\"effect\":\"effect\",\"table\":\"table\",\"rule\":\"r\","
                        + "\"citation\":{\"act\":\"act\",\"place\":\"place\",\"status\":\"verified\"},"
                        + "\"also\":[{\"act\":\"b\",\"status\":\"verified\"},"
                        + "{\"act\":\"act\",\"place\":\"place\",\"status\":\"verified\"}]}],"
                        + "\"missingFacts\":[],\"notices\":[],\"actions\":[],"
                        + "\"term\":{\"length\":2,\"unit\":\"MONTHS\",\"onDayOff\":\"NEXT_WORKING_DAY\"},"
                        + "\"matched\":[],\"textValues\":{\"a.b\":3,\"b.c\":[\"x\"],\"d.e\":\"🇰🇿\"}}");
    }
}
