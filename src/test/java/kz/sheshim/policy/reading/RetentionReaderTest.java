package kz.sheshim.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.SmallPolicyFixture;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.Retention;
import kz.sheshim.policy.Ruleset;
import org.junit.jupiter.api.Test;

class RetentionReaderTest {
    private static final String BOOK = "vocabulary.xlsx";
    private static final String SHEET = "Retention";
    private static final List<String> COLUMNS = List.of("Outcome", "Kept for", "Unit", "Citation", "Place");

    private static final Ruleset SMALL = new EditedPolicyFixture(new SmallPolicyFixture().files()).read();
    private static final String OUTCOME =
            SMALL.catalogue().outcomes().keySet().iterator().next();
    private static final String ACT =
            SMALL.catalogue().acts().keySet().iterator().next();

    @SafeVarargs
    private static EditedPolicyFixture policy(List<String>... rows) {
        EditedPolicyFixture policy = new EditedPolicyFixture(new SmallPolicyFixture().files()).add(BOOK, SHEET);
        write(policy, 1, COLUMNS);
        for (int i = 0; i < rows.length; i++) {
            write(policy, i + 2, rows[i]);
        }
        return policy;
    }

    private static void write(EditedPolicyFixture policy, int row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            policy.set(BOOK, SHEET, (char) ('A' + i) + "" + row, texts.get(i));
        }
    }

    @Test
    void ruleOfAnOutcomeSaysHowLongItsCaseFilesAreKept() {
        Retention retention =
                policy(List.of(OUTCOME, "3", "months", ACT, "s. 2")).read().retention();
        Retention.Rule rule = retention.of(OUTCOME).orElseThrow();
        assertThat(rule).isEqualTo(new Retention.Rule(3, Retention.Unit.MONTHS, ACT, "s. 2"));
        assertThat(rule.lastDay(LocalDate.of(2026, 11, 30))).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(retention.of("another")).isEmpty();
        assertThat(SMALL.retention()).isEqualTo(Retention.NONE);
    }

    @Test
    void rulesBelongToTheRevision() {
        Ruleset three = policy(List.of(OUTCOME, "3", "years", ACT, "")).read();
        Ruleset five = policy(List.of(OUTCOME, "5", "years", ACT, "")).read();
        assertThat(three.revision()).isNotEqualTo(five.revision()).isNotEqualTo(SMALL.revision());
        assertThat(PolicyDiff.between(three.meaning(), five.meaning()))
                .extracting(difference -> difference.whole() + ", " + difference.part() + ": " + difference.before()
                        + " → " + difference.after())
                .containsExactly("retention " + OUTCOME + ", kept for: 3 years → 5 years");
    }

    @Test
    void cellsThatCannotBeUsedAreFindings() {
        assertThat(policy(List.of("nothing", "3", "years", ACT, "")).findings())
                .containsExactly("unknown-code at vocabulary.xlsx › Retention › A2");
        assertThat(policy(List.of(OUTCOME, "0", "years", ACT, "")).findings())
                .containsExactly("wrong-type at vocabulary.xlsx › Retention › B2");
        assertThat(policy(List.of(OUTCOME, "for ever", "years", ACT, "")).findings())
                .containsExactly("wrong-type at vocabulary.xlsx › Retention › B2");
        assertThat(policy(List.of(OUTCOME, "3", "weeks", ACT, "")).findings())
                .containsExactly("unknown-word at vocabulary.xlsx › Retention › C2");
        assertThat(policy(List.of(OUTCOME, "3", "years", "no-act", "")).findings())
                .containsExactly("unknown-code at vocabulary.xlsx › Retention › D2");
        assertThat(policy(List.of(OUTCOME, "3", "years", "", "")).findings())
                .containsExactly("blank-cell at vocabulary.xlsx › Retention › D2");
        assertThat(policy(List.of(OUTCOME, "3", "years", ACT, ""), List.of(OUTCOME, "4", "years", ACT, ""))
                        .findings())
                .containsExactly("duplicate at vocabulary.xlsx › Retention › A3");
    }

    @Test
    void columnThatIsMissingIsAFinding() {
        assertThat(policy(List.of(OUTCOME, "3", "years", ACT, ""))
                        .set(BOOK, SHEET, "B1", "Kept")
                        .findings())
                .containsExactly("missing-column at vocabulary.xlsx › Retention");
    }
}
