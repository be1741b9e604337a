package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * The time zone data of Java are older than the policy needs.
 *
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record OldTimeZoneData(String needed) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The policy needs the time zone data {0}, and those of Java on this machine are older. A moment could fall on another day or hour.",
                needed);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Install a newer Java, or correct the version.");
    }
}
