package kz.sheshim.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dates are read as the strict formatter reads them, in the years 1 to 9999. */
class DateTextTest {
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final String CHARACTERS = "0123456789-+ ٣T.";

    private static Optional<LocalDate> strict(String text) {
        try {
            LocalDate date = LocalDate.parse(text, STRICT);
            return date.getYear() < 1 || date.getYear() > 9999 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Test
    void everyDayOfManyYearsAndTheDaysBesideThem() {
        for (int year : new int[] {0, 1, 4, 100, 1900, 2000, 2023, 2024, 9999}) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    String text = "%04d-%02d-%02d".formatted(year, month, day);
                    assertThat(DateText.date(text)).as(text).isEqualTo(strict(text));
                }
            }
        }
    }

    @Test
    void datesWithAnyCharacterChanged() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("2024-02-29");
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, character);
                    case 1 -> text.insert(at, character);
                    default -> text.deleteCharAt(at);
                }
            }
            assertThat(DateText.date(text.toString())).as(text.toString()).isEqualTo(strict(text.toString()));
        }
    }
}
