package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/** Two settings that are the wrong way round. */
public record MisorderedBounds(String first, String second) implements Defect {
    @Override
    public String message() {
        return second + " must come after " + first + "; as it is, nothing lies between them.";
    }
}
