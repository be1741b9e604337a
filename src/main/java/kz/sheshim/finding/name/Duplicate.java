package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.workbook.CellAddress;

/**
 * The same name is defined twice.
 *
 * @see kz.sheshim.policy.reading.DefinedNames
 * @see kz.sheshim.policy.reading.TableReader
 * @see kz.sheshim.policy.reading.ColumnsByName
 */
public record Duplicate(String what, String name, CellAddress first) implements Defect {
    @Override
    public String wrong() {
        return "The " + what + " " + Wording.quote(name) + " is already defined at " + first
                + ". Which of the two holds would be a guess.";
    }

    @Override
    public String advice() {
        return "Remove or rename one of them.";
    }
}
