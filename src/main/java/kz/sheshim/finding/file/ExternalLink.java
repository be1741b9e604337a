package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** A workbook that takes values from elsewhere. */
public record ExternalLink(String target) implements Defect {
    @Override
    public String message() {
        return "the workbook takes values from elsewhere (" + Given.shown(target)
                + "), which is never fetched here, so a reader could see another law than the one that is applied. Break the link and write the values themselves.";
    }
}
