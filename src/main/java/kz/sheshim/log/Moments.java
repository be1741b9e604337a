package kz.sheshim.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes moments: in UTC, always with milliseconds. */
public final class Moments {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Moments() {}

    public static String text(Instant moment) {
        return MILLISECONDS.format(moment);
    }
}
