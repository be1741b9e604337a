package kz.sheshim.adapter.http.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import kz.sheshim.vocabulary.Phrase;
import org.junit.jupiter.api.Test;

class DeskTimesTest {
    private final DeskTimes almaty = new DeskTimes(ZoneId.of("Asia/Almaty"));

    @Test
    void whatIsTypedIsByTheClockThatIsNamed() {
        assertThat(almaty.zone()).isEqualTo("Asia/Almaty (UTC+05:00)");
        assertThat(almaty.typed("2026-12-01T00:00")).contains(Instant.parse("2026-11-30T19:00:00Z"));
        assertThat(almaty.typed("tomorrow")).isEmpty();
        assertThat(almaty.moment(Instant.parse("2026-11-30T19:00:00Z"))).isEqualTo("2026-12-01 00:00:00");
    }

    @Test
    void utcIsNamedToo() {
        assertThat(new DeskTimes(ZoneOffset.UTC).zone()).isEqualTo("UTC");
    }

    @Test
    void whatTheCoreSaysInUtcIsSaidByTheSameClock() {
        assertThat(almaty.in(Phrase.of("The moment {0} has passed.", Instant.parse("2026-11-30T19:00:00Z"))))
                .hasToString("The moment 2026-12-01 00:00:00 (Asia/Almaty (UTC+05:00)) has passed.");
    }
}
