package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/** A ground that does not say what the applicant can do. */
public record GroundWithoutRemedy() implements Defect {
    @Override
    public String message() {
        return "the ground has no remedy, so a refused applicant would not learn what to do. Write it in the three languages, if only that nothing can be done.";
    }
}
