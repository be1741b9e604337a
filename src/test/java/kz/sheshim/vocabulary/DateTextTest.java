package kz.sheshim.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

    private static Optional<OffsetDateTime> formatted(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Test
    void momentsAreReadAsTheFormatterReadsThem() {
        Random random = new Random(5);
        int read = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder("%04d-%02d-%02dT%02d:%02d:%02d%s%02d:%02d"
                    .formatted(
                            1900 + random.nextInt(200),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(26),
                            random.nextInt(62),
                            random.nextInt(62),
                            random.nextBoolean() ? "+" : "-",
                            random.nextInt(21),
                            random.nextInt(62)));
            if (random.nextInt(4) == 0) {
                text.setCharAt(random.nextInt(text.length()), CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            assertThat(DateText.moment(text.toString())).as(text.toString()).isEqualTo(formatted(text.toString()));
            read += DateText.moment(text.toString()).isPresent() ? 1 : 0;
        }
        assertThat(read).isBetween(15_000, 40_000);
    }
}
