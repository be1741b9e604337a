package kz.sheshim.adapter.http.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.sheshim.vocabulary.Phrase;

/** Moments as people write and read them at the desk: all by one clock, whose time zone is named where it matters. */
public record DeskTimes(ZoneId of) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern IN_UTC = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

    String moment(Instant moment) {
        return MOMENT.format(moment.atZone(of));
    }

    String day(Instant moment) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(moment.atZone(of));
    }

    /** The name of the time zone with its offset in winter: {@code Asia/Almaty (UTC+05:00)}; for UTC only that. */
    public String zone() {
        ZoneOffset offset = of.getRules().getStandardOffset(Instant.EPOCH.plusSeconds(Integer.MAX_VALUE));
        return offset.equals(ZoneOffset.UTC) && of.getRules().isFixedOffset()
                ? "UTC"
                : of.getId() + " (UTC" + offset.getId() + ")";
    }

    /** What a browser sends for a moment, by this clock; empty: it is none. */
    Optional<Instant> typed(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(of).toInstant());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    /** A phrase with the moments in it, which the core writes in UTC, by this clock. */
    Phrase in(Phrase phrase) {
        return new Phrase(
                phrase.pattern(),
                phrase.values().stream()
                        .map(value -> value instanceof String text
                                        && IN_UTC.matcher(text).matches()
                                ? (Object) (moment(Instant.parse(text)) + " (" + zone() + ")")
                                : value)
                        .toList());
    }
}
