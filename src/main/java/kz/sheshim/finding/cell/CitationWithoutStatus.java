package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/** A citation of which nobody says whether it was verified. */
public record CitationWithoutStatus() implements Defect {
    @Override
    public String message() {
        return "the cell is blank, so an applicant could not know whether the citation was compared with the act. Write verified or to verify.";
    }
}
