package kz.sheshim.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Dates and moments as texts say them (ISO 8601, RFC 3339): whole, real ones of the years 1 to 9999, in one form only. */
public final class DateText {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** Everywhere on earth these are days of the years 1 to 9999. */
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-30T23:59:59.999999999Z");

    private DateText() {}

    /** The date that the text says, as {@code 2024-03-25}, if it says one. */
    public static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text, DATE);
            return date.getYear() < 1 || date.getYear() > 9999 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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
