package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;
import kz.sheshim.workbook.CellAddress;

/** A second definition of the same name. */
public record Duplicate(String what, String name, CellAddress first) implements Defect {
    @Override
    public String message() {
        return what + " " + Given.shown(name) + " stands already at " + first
                + "; which of the two holds would be a guess. Remove or rename one.";
    }
}
