package kz.sheshim.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.SmallPolicyFixture;
import kz.sheshim.policy.Calendar;
import kz.sheshim.policy.PolicyDiff;
import org.junit.jupiter.api.Test;

/** Days of the week that are off from a day on and until another. */
class CalendarReaderTest {
    private static EditedPolicyFixture policy(String until, String from) {
        return new EditedPolicyFixture(new SmallPolicyFixture().files())
                .set("calendar.xlsx", "Calendar", "D1", "From")
                .set("calendar.xlsx", "Calendar", "E1", "Until")
                .set("calendar.xlsx", "Calendar", "E4", until)
                .set("calendar.xlsx", "Calendar", "A5", "Weekly days off")
                .set("calendar.xlsx", "Calendar", "B5", "Sunday")
                .set("calendar.xlsx", "Calendar", "D5", from);
    }

    @Test
    void saturdaysWorkFromADayOn() {
        Calendar calendar = policy("2027-01-31", "2027-02-01").read().calendar();
        assertThat(calendar.works(LocalDate.of(2027, 1, 30))).contains(false);
        assertThat(calendar.works(LocalDate.of(2027, 1, 31))).contains(false);
        assertThat(calendar.works(LocalDate.of(2027, 2, 6))).contains(true);
        assertThat(calendar.works(LocalDate.of(2027, 2, 7))).contains(false);
        assertThat(calendar.works(LocalDate.of(2026, 12, 19))).contains(true);
    }

    @Test
    void periodsMustNotOverlapAndLeaveOutNoDay() {
        assertThat(policy("2027-01-31", "2027-01-31").findings())
                .containsExactly("duplicate at calendar.xlsx › Calendar › A5");
        assertThat(policy(null, null).findings()).containsExactly("duplicate at calendar.xlsx › Calendar › A5");
        assertThat(policy("2027-01-31", "2027-02-02").findings())
                .containsExactly("weekly-days-off-lapse at calendar.xlsx › Calendar › A5");
    }

    @Test
    void periodsBelongToTheRevision() {
        assertThat(PolicyDiff.between(
                        policy("2027-01-31", "2027-02-01").read().meaning(),
                        policy("2027-02-28", "2027-03-01").read().meaning()))
                .extracting(difference -> difference.place().parts())
                .contains(List.of("calendar", "weekly days off", "..2027-01-31"));
    }
}
