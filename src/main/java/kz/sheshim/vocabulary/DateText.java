package kz.sheshim.vocabulary;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads dates and moments from texts (ISO 8601, RFC 3339): whole, real ones of the years 1 to 9999, in one form only. */
public final class DateText {
    /** Everywhere on earth these are days of the years 1 to 9999. */
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-30T23:59:59.999999999Z");

    private DateText() {}

    /** The date in a text such as {@code 2024-03-25}; empty for another text. */
    public static Optional<LocalDate> date(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Optional.empty();
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return year >= 1
                        && month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= Month.of(month).length(Year.isLeap(year))
                ? Optional.of(LocalDate.of(year, month, day))
                : Optional.empty();
    }

    /** The number that the digits from one place up to another say; negative if one of them is not a digit. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }

    /** The moment in a text such as {@code 2024-03-25T09:00:00+05:00}; empty for another text. */
    static Optional<OffsetDateTime> moment(String text) {
        try {
            OffsetDateTime moment = plain(text);
            if (moment == null) {
                moment = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            }
            return moment.toInstant().isBefore(FIRST) || moment.toInstant().isAfter(LAST)
                    ? Optional.empty()
                    : Optional.of(moment);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The moment in its most frequent form: whole seconds, and an offset in hours and minutes. Null for another form, and for a text that is not a moment. */
    private static @Nullable OffsetDateTime plain(String text) {
        if (text.length() != 25
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(22) != ':') {
            return null;
        }
        LocalDate date = date(text.substring(0, 10)).orElse(null);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        char sign = text.charAt(19);
        int hours = number(text, 20, 22);
        int minutes = number(text, 23, 25);
        if (date == null
                || (sign != '+' && sign != '-')
                || !within(hour, 23)
                || !within(minute, 59)
                || !within(second, 59)
                || !within(hours, 17)
                || !within(minutes, 59)) {
            return null;
        }
        int offset = (hours * 60 + minutes) * 60;
        return OffsetDateTime.of(
                date, LocalTime.of(hour, minute, second), ZoneOffset.ofTotalSeconds(sign == '-' ? -offset : offset));
    }

    private static boolean within(int number, int max) {
        return number >= 0 && number <= max;
    }
}
