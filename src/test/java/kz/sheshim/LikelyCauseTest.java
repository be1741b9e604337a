package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.finding.Finding;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;

/** What one slip brings about in tables, proofs and scenarios is told once, at its cause. */
class LikelyCauseTest {
    private static final PolicyCheck CHECK = new PolicyCheck(
            PolicyTools.compiler(Limits.USUAL, null),
            new TableAnalysis(LogicNgSolver::new, Effort.USUAL),
            Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC));

    private static List<Finding> found(EditedPolicyFixture policy) {
        return CHECK.check(policy.files()).findings();
    }

    @Test
    void factThatScenariosDoNotSayIsToldAtTheRulesThatWaitForIt() {
        assertThat(found(new EditedPolicyFixture().set("vocabulary.xlsx", "Fields", "C50", "unknown")))
                .extracting(
                        finding -> finding.address() + ": " + finding.defect().message())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .startsWith("denial.xlsx › Grounds of denial › A1")
                        .contains(
                                "in which this rule is open",
                                "It waits for checks.otherLegalGround, which is not said.",
                                "If the rule is right, write the fact into the scenarios"));
    }

    @Test
    void ruleThatWasNotEndedIsOneConflict() {
        Map<String, String> row = Map.of("From", "2027-01-01", "→ working days", "3");
        assertThat(found(new EditedPolicyFixture()
                        .append("outcome.xlsx", "Term", 7, and(row, "Rule", "TM-02", "Outcome", "granted"))
                        .append("outcome.xlsx", "Term", 7, and(row, "Rule", "TM-03", "Outcome", "denied"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.address()).hasToString("outcome.xlsx › Term › A10");
                    assertThat(finding.defect().message())
                            .contains(
                                    "The same is wrong at 1 more place: outcome.xlsx › Term › A11.",
                                    "let that one end: write 2026-12-31 into its Until");
                });
    }

    @Test
    void actWithOtherDaysIsOneFinding() {
        assertThat(found(new EditedPolicyFixture().set("vocabulary.xlsx", "Acts", "I3", "2026-12-31")))
                .allSatisfy(finding -> assertThat(finding.defect().code()).isEqualTo("act-not-in-force"))
                .hasSize(1);
    }

    private static Map<String, String> and(Map<String, String> row, String... more) {
        Map<String, String> all = new HashMap<>(row);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
