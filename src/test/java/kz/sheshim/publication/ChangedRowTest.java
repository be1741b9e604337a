package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.RuleId;
import org.junit.jupiter.api.Test;

class ChangedRowTest {
    private static final String DEFECTS = "Defects of identity docs";
    private static final RuleId ROW = new RuleId("defects-of-identity-documents", "DI-03");

    private static List<ChangedRow> among(EditedPolicyFixture change) {
        Ruleset before = ShippedPolicyFixture.RULESET;
        Ruleset after = change.read();
        return ChangedRow.among(PolicyDiff.between(before.meaning(), after.meaning()), before, after);
    }

    @Test
    void rowThatIsWrittenOtherwiseChangesThePastFromItsFirstDayOn() {
        EditedPolicyFixture change = new EditedPolicyFixture().set("documents.xlsx", DEFECTS, "F11", "none");
        assertThat(among(change)).containsExactly(new ChangedRow(ROW, LocalDate.parse("2024-03-25")));
    }

    @Test
    void otherLastDayChangesOnlyTheDaysAfterIt() {
        EditedPolicyFixture change = new EditedPolicyFixture().set("documents.xlsx", DEFECTS, "C11", "2026-06-30");
        assertThat(among(change)).containsExactly(new ChangedRow(ROW, LocalDate.parse("2026-07-01")));
    }

    @Test
    void periodThatBeginsEarlierChangesThePast() {
        EditedPolicyFixture change = new EditedPolicyFixture().set("documents.xlsx", DEFECTS, "B11", "2024-01-01");
        assertThat(among(change)).containsExactly(new ChangedRow(ROW, LocalDate.parse("2024-01-01")));
    }

    @Test
    void periodThatLosesItsFirstDayChangesAllOfThePast() {
        EditedPolicyFixture change = new EditedPolicyFixture().set("documents.xlsx", DEFECTS, "B11", "");
        assertThat(among(change)).containsExactly(new ChangedRow(ROW, null));
    }

    private static Optional<Selection> affected(EditedPolicyFixture change) {
        return FindAffected.affected(ShippedPolicyFixture.RULESET, change.read());
    }

    /** The filing of a decision that is recorded may lie after the publication. */
    @Test
    void affectedAreThoseFiledOnTheFirstChangedDayOrLater() {
        assertThat(affected(new EditedPolicyFixture().set("documents.xlsx", DEFECTS, "C11", "2026-06-30")))
                .contains(Selection.filedFrom(LocalDate.parse("2026-07-01")));
        assertThat(affected(new EditedPolicyFixture())).isEmpty();
    }

    @Test
    void allAreAffectedWhereThereIsNoFirstDay() {
        assertThat(affected(new EditedPolicyFixture().set("documents.xlsx", DEFECTS, "B11", "")))
                .contains(Selection.ALL);
        assertThat(affected(new EditedPolicyFixture().set("vocabulary.xlsx", "Codes", "B77", "ZZZ")))
                .as("a code has no period")
                .contains(Selection.ALL);
    }

    /** Its rows are compared with another date, which may lie on any side of the day of filing. */
    @Test
    void rowOfATableThatIsDatedOtherwiseHasNoFirstDay() {
        Ruleset before = datedByCertification().read();
        Ruleset after = datedByCertification()
                .set("documents.xlsx", DEFECTS, "C11", "2031-06-30")
                .read();
        assertThat(FindAffected.affected(before, after)).contains(Selection.ALL);
    }

    private static EditedPolicyFixture datedByCertification() {
        return new EditedPolicyFixture()
                .set("documents.xlsx", DEFECTS, "A6", "Dated by")
                .set("documents.xlsx", DEFECTS, "B6", "certification.on");
    }
}
