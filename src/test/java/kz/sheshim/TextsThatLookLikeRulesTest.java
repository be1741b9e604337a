package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of workbooks that look like the rule language stay texts when the rules are compiled and run. */
class TextsThatLookLikeRulesTest {
    private static final String SHEET = "Who may file";

    private static Verdict verdict(DecidingPolicy deciding) {
        return deciding.decide(new ApplicationFixture()
                .set("documents.0.translation", "notarised")
                .facts(deciding.ruleset().vocabulary()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\" ) eval( true ) then System.exit(1); end //",
                "x\nend\nrule \"y\" when then System.exit(1); end\n",
                "then System.exit(1); end",
                "\\\" + System.exit(1) + \\\"",
                "\\u0022 ) then System.exit(1); end //",
                "*/ System.exit(1); /*",
                "#{System.exit(1)} @{System.exit(1)} ${System.exit(1)}",
                "%s%n{0}"
            })
    void theyRunNowhere(String text) {
        String outcome = verdict(ShippedPolicyFixture.POLICY).outcome();
        EditedPolicyFixture policy = new EditedPolicyFixture()
                .set("persons.xlsx", SHEET, "B2", text)
                .set("persons.xlsx", SHEET, "D7", text)
                .set("vocabulary.xlsx", "Places", "C2", text.replaceAll("[{}]", ""))
                .set("vocabulary.xlsx", "Policy", "B3", text)
                .set("vocabulary.xlsx", "Entities", "D2", text.replaceAll("[{}]", ""))
                .set("vocabulary.xlsx", "Codes", "C2", text.replaceAll("[{}]", ""))
                .edit("persons.xlsx", book -> book.setSheetName(book.getSheetIndex(SHEET), "then exit(1); end"));
        try (DecidingPolicy deciding = policy.policy()) {
            assertThat(verdict(deciding).outcome()).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" ) eval( true ) then", "x\nend", "yes\"", "R1 //"})
    void whereACodeStandsTheyAreFindings(String text) {
        for (String cell : List.of("A9", "D9", "E9", "F9")) {
            assertThat(new EditedPolicyFixture()
                            .set("documents.xlsx", "Identity documents", cell, text)
                            .findings())
                    .as(cell)
                    .singleElement()
                    .asString()
                    .endsWith("documents.xlsx › Identity documents › " + cell);
        }
        assertThat(new EditedPolicyFixture()
                        .append(
                                "vocabulary.xlsx",
                                "Codes",
                                1,
                                Map.of(
                                        "List",
                                        "channel",
                                        "Code",
                                        text,
                                        "Label en",
                                        "x",
                                        "Label ru",
                                        "x",
                                        "Label kk",
                                        "x"))
                        .findings())
                .singleElement()
                .asString()
                .startsWith("malformed-name at vocabulary.xlsx › Codes");
    }

    @Test
    void moreRulesThanTheLimitAreAFinding() {
        Limits few = new Limits(10_000_000, 50_000_000, 500_000, 10_000, 50, Duration.ofSeconds(60));
        List<Finding> findings = new java.util.ArrayList<>();
        new RulesetReader(ShippedWorkbooksFixture.READER, new DroolsNames(), few)
                .read(new EditedPolicyFixture().files(), findings::add);
        assertThat(findings)
                .singleElement()
                .asString()
                .contains("too-large at decision-tables")
                .contains("max-rules");
    }
}
