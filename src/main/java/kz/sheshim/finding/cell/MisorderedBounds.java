package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/**
 * Two cells that begin and end a period or a range are the wrong way round.
 *
 * @see kz.sheshim.policy.reading.BoundsReader
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record MisorderedBounds(String first, String second) implements Defect {
    @Override
    public String wrong() {
        return second + " is not after " + first + ", so nothing lies between them.";
    }

    @Override
    public String advice() {
        return "Correct one of the two.";
    }
}
