package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/** A cell that must say something and is blank. */
public record BlankCell(String what) implements Defect {
    @Override
    public String message() {
        return "the cell is blank, but must say " + what + ".";
    }
}
