package kz.sheshim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.table.Term;
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
        assertThat(CALENDAR.endOfTerm(accepted, Term.ofWorkingDays(1))).contains(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 10, CALENDAR_DAYS, SAME_DAY, 2026-11-30",
        "2026-11-20, 8, CALENDAR_DAYS, SAME_DAY, 2026-11-28",
        "2026-11-20, 8, CALENDAR_DAYS, NEXT_WORKING_DAY, 2026-11-30",
        "2026-11-20, 8, CALENDAR_DAYS, PREVIOUS_WORKING_DAY, 2026-11-27",
        "2026-11-20, 10, CALENDAR_DAYS, NEXT_WORKING_DAY, 2026-11-30",
        "2026-08-31, 3, MONTHS, SAME_DAY, 2026-11-30",
        "2025-11-28, 3, MONTHS, SAME_DAY, 2026-02-28",
        "2025-11-28, 3, MONTHS, NEXT_WORKING_DAY, 2026-03-02",
        "2026-11-21, 0, CALENDAR_DAYS, NEXT_WORKING_DAY, 2026-11-23"
    })
    void termOfCalendarDaysOrMonths(
            LocalDate accepted, int length, Term.Unit unit, Term.OnDayOff onDayOff, LocalDate due) {
        assertThat(CALENDAR.endOfTerm(accepted, new Term(length, unit, onDayOff)))
                .contains(due);
    }

    @Test
    void calendarIsNeededOnlyToFindAWorkingDay() {
        LocalDate accepted = LocalDate.of(2027, 12, 31);
        assertThat(CALENDAR.endOfTerm(accepted, new Term(1, Term.Unit.MONTHS, Term.OnDayOff.SAME_DAY)))
                .contains(LocalDate.of(2028, 1, 31));
        assertThat(CALENDAR.endOfTerm(accepted, new Term(1, Term.Unit.MONTHS, Term.OnDayOff.NEXT_WORKING_DAY)))
                .isEmpty();
    }

    @Test
    void beyondTheCalendarThereIsNoDueDate() {
        assertThat(CALENDAR.endOfTerm(LocalDate.of(2027, 12, 31), Term.ofWorkingDays(1)))
                .isEmpty();
        assertThat(CALENDAR.endOfTerm(LocalDate.of(2022, 12, 30), Term.ofWorkingDays(1)))
                .isEmpty();
    }
}
