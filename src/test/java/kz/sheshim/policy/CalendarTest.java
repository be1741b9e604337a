package kz.sheshim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.sheshim.ShippedPolicyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped calendar gives the due dates that POLICY.md section 8 names. */
class CalendarTest {
    private static final Calendar CALENDAR = ShippedPolicyFixture.RULESET.calendar();

    @ParameterizedTest
    @CsvSource({
        "2026-03-20, 2026-03-26",
        "2024-12-31, 2025-01-05",
        "2025-10-24, 2025-10-28",
        "2024-06-14, 2024-06-17",
        "2026-08-28, 2026-08-31",
        "2027-03-12, 2027-03-16"
    })
    void termOfOneWorkingDay(LocalDate accepted, LocalDate due) {
        assertThat(CALENDAR.endOfTerm(accepted, 1)).contains(due);
    }

    @Test
    void beyondTheCalendarThereIsNoDueDate() {
        assertThat(CALENDAR.endOfTerm(LocalDate.of(2027, 12, 31), 1)).isEmpty();
        assertThat(CALENDAR.endOfTerm(LocalDate.of(2022, 12, 30), 1)).isEmpty();
    }
}
