package kz.sheshim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.table.RuleId;
import org.junit.jupiter.api.Test;

class DayOfChangeTest {
    @Test
    void rulesBeginOnTheirFirstDayAndAreGoneTheDayAfterTheirLast() {
        Ruleset ruleset = new EditedPolicyFixture(
                        new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files())
                .set("allowance.xlsx", "Rates", "C9", "2030-06-30")
                .read();
        List<DayOfChange> days = DayOfChange.of(ruleset);
        assertThat(days).extracting(DayOfChange::day).isSorted().doesNotHaveDuplicates();
        assertThat(days)
                .filteredOn(day -> day.day().equals(LocalDate.of(2030, 7, 1)))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.rulesEnded()).containsExactly(new RuleId("rates", "RT-1"));
                    assertThat(day.rulesBegun()).isEmpty();
                });
        assertThat(days.get(0).rulesBegun()).contains(new RuleId("rates", "RT-1"));
    }
}
