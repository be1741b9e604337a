package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.RuleId;
import org.junit.jupiter.api.Test;

class RetroactiveRowTest {
    private static final String DEFECTS = "Defects of identity docs";
    private static final RuleId ROW = new RuleId("defects-of-identity-documents", "DI-03");

    private static List<RetroactiveRow> among(EditedPolicyFixture change, String today) {
        Ruleset before = ShippedPolicyFixture.RULESET;
        Ruleset after = change.read();
        return RetroactiveRow.among(
                PolicyDiff.between(before.meaning(), after.meaning()), before, after, LocalDate.parse(today));
    }

    @Test
    void rowThatIsWrittenOtherwiseChangesThePastFromItsFirstDayOn() {
        EditedPolicyFixture change = new EditedPolicyFixture().set("documents.xlsx", DEFECTS, "F11", "none");
        assertThat(among(change, "2024-03-26")).containsExactly(new RetroactiveRow(ROW, LocalDate.parse("2024-03-25")));
        assertThat(among(change, "2024-03-25")).isEmpty();
    }

    @Test
    void otherLastDayChangesOnlyTheDaysAfterIt() {
        EditedPolicyFixture change = new EditedPolicyFixture().set("documents.xlsx", DEFECTS, "C11", "2026-06-30");
        assertThat(among(change, "2026-07-02")).containsExactly(new RetroactiveRow(ROW, LocalDate.parse("2026-07-01")));
        assertThat(among(change, "2026-07-01")).as("it ends today").isEmpty();
    }

    @Test
    void periodThatBeginsEarlierChangesThePast() {
        EditedPolicyFixture change = new EditedPolicyFixture().set("documents.xlsx", DEFECTS, "B11", "2024-01-01");
        assertThat(among(change, "2026-07-02")).containsExactly(new RetroactiveRow(ROW, LocalDate.parse("2024-01-01")));
    }

    @Test
    void periodThatLosesItsFirstDayChangesAllOfThePast() {
        EditedPolicyFixture change = new EditedPolicyFixture().set("documents.xlsx", DEFECTS, "B11", "");
        assertThat(among(change, "2020-01-01")).containsExactly(new RetroactiveRow(ROW, null));
    }

    /** The decisions of the past are decided again only then. */
    @Test
    void changeIsRetroactiveThroughARowOrThroughWhatHasNoPeriod() {
        EditedPolicyFixture row = new EditedPolicyFixture().set("documents.xlsx", DEFECTS, "C11", "2026-06-30");
        assertThat(isRetroactive(row, "2026-07-02")).isTrue();
        assertThat(isRetroactive(row, "2026-07-01")).isFalse();
        assertThat(isRetroactive(new EditedPolicyFixture().set("vocabulary.xlsx", "Codes", "B77", "ZZZ"), "2026-07-01"))
                .isTrue();
        assertThat(isRetroactive(new EditedPolicyFixture(), "2026-07-01")).isFalse();
    }

    private static boolean isRetroactive(EditedPolicyFixture change, String day) {
        return FindAffected.isRetroactive(
                ShippedPolicyFixture.RULESET, change.read(), Instant.parse(day + "T06:00:00Z"));
    }
}
