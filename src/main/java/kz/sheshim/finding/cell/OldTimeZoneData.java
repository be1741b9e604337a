package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/**
 * The time zone data of Java are older than the policy needs.
 *
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record OldTimeZoneData(String needed) implements Defect {
    @Override
    public String wrong() {
        return "The policy needs the time zone data " + needed
                + ", and those of Java on this machine are older. A moment could fall on another day or hour.";
    }

    @Override
    public String advice() {
        return "Install a newer Java, or correct the version.";
    }
}
