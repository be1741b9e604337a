package kz.sheshim.policy;

import java.time.zone.ZoneRulesProvider;

/** The data that say how far the clocks of a place are from UTC, and since when. They come with Java. */
public final class TimeZoneData {
    private TimeZoneData() {}

    /** The year and the letter of the edition: {@code 2024a}. */
    public static String version() {
        return ZoneRulesProvider.getVersions("UTC").lastKey();
    }
}
