package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.Facts;
import kz.sheshim.json.VerdictView;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms in calendar days and in months, with the day that counts when the last one is a day off. */
class TermsTest {
    /** A Friday. */
    private static final byte[] APPLICATION =
            """
            {"application": {"filedOn": "2026-11-20", "reference": "R1", "channel": "portal"},
             "applicant": {"age": 30, "resident": true}, "documents": [{"kind": "passport"}]}
            """
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private static EditedPolicyFixture small() {
        return new EditedPolicyFixture(new SmallPolicyFixture().files());
    }

    private static EditedPolicyFixture term(String binding, String length, String onDayOff) {
        return small().set("tables.xlsx", "Term", "E8", binding)
                .set("tables.xlsx", "Term", "E9", length)
                .set("tables.xlsx", "Term", "F7", "On a day off")
                .set("tables.xlsx", "Term", "F8", "→ on a day off")
                .set("tables.xlsx", "Term", "F9", onDayOff);
    }

    @ParameterizedTest
    @CsvSource({
        "→ calendar days, 8, same day, 2026-11-28",
        "→ calendar days, 8, next working day, 2026-11-30",
        "→ calendar days, 8, previous working day, 2026-11-27",
        "→ months, 1, next working day, 2026-12-21",
        "→ months, 1, same day, 2026-12-20"
    })
    void verdictIsDueOnTheDayThatCounts(String binding, String length, String onDayOff, String due) {
        try (DecidingPolicy policy = term(binding, length, onDayOff).policy()) {
            Facts facts = policy.read(APPLICATION).facts();
            Verdict verdict = policy.decide(facts);
            assertThat(verdict.due()).hasToString(due);
            assertThat(policy.reference().decide(facts)).isEqualTo(verdict);
            JacksonVerdictCodec codec = new JacksonVerdictCodec();
            assertThat(codec.decode(codec.encode(verdict))).isEqualTo(verdict);
            String unit = binding.equals("→ months") ? "months" : "calendarDays";
            assertThat(JacksonWriter.write(VerdictView.of(verdict, policy.ruleset(), Language.ENGLISH)))
                    .containsPattern("\"" + unit + "\"\\s*:\\s*" + length);
        }
    }

    @Test
    void oneTableCanGiveTermsOfSeveralUnits() {
        EditedPolicyFixture policy = term("→ calendar days", "", "")
                .set("tables.xlsx", "Term", "G7", "Months")
                .set("tables.xlsx", "Term", "G8", "→ months")
                .set("tables.xlsx", "Term", "D9", "portal")
                .set("tables.xlsx", "Term", "G9", "2")
                .set("tables.xlsx", "Term", "F9", "next working day")
                .set("tables.xlsx", "Term", "A10", "TE-2")
                .set("tables.xlsx", "Term", "D10", "office")
                .set("tables.xlsx", "Term", "E10", "10")
                .set("tables.xlsx", "Term", "F10", "same day");
        assertThat(policy.read().tables().stream()
                        .filter(table -> table.id().equals("term"))
                        .flatMap(table -> table.rules().stream())
                        .map(rule -> rule.conclusion().text()))
                .containsExactly(
                        "2 months, on a day off the next working day", "10 calendar days, on a day off the same day");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "blank",
            value = {
                "→ calendar days | 8     | blank            | blank-conclusion at tables.xlsx › Term › F9",
                "→ calendar days | 8     | next workingday  | unknown-word at tables.xlsx › Term › F9",
                "→ calendar days | blank | next working day | blank-conclusion at tables.xlsx › Term › E9",
                "→ calendar days | 1.5   | next working day | wrong-type at tables.xlsx › Term › E9",
                "→ working days  | 8     | next working day | needless-cell at tables.xlsx › Term › F9",
                "→ weeks         | 8     | same day         | unknown-word at tables.xlsx › Term › E8",
            })
    void whatIsWrongIsAFindingAtItsCell(String binding, String length, String onDayOff, String finding) {
        assertThat(term(binding, length, onDayOff).findings()).contains(finding);
    }

    @Test
    void diffKnowsIt() {
        var before = term("→ calendar days", "8", "same day").read();
        var after = term("→ calendar days", "9", "next working day").read();
        assertThat(PolicyDiff.between(before.meaning(), after.meaning()))
                .extracting(PolicyDiff::part)
                .containsExactly("rule › TE-1 › → calendar days", "rule › TE-1 › → on a day off");
    }
}
