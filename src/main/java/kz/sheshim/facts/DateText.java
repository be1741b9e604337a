package kz.sheshim.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates and moments as texts say them (ISO 8601, RFC 3339): whole, real ones of the years 1 to 9999, in one form only. */
public final class DateText {
    /** Everywhere on earth these are days of the years 1 to 9999. */
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-30T23:59:59.999999999Z");

    private DateText() {}

    /** The date that the text says, as {@code 2024-03-25}, if it says one. */
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

    /** The number that the digits from one place up to another say; negative if they are no digits. */
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

    /** The moment that the text says with its offset, as {@code 2024-03-25T09:00:00+05:00}, if it says one. */
    static Optional<OffsetDateTime> moment(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            return moment.toInstant().isBefore(FIRST) || moment.toInstant().isAfter(LAST)
                    ? Optional.empty()
                    : Optional.of(moment);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
