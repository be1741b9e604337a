package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/**
 * A file or sheet is larger than a limit.
 *
 * @param what what there is too much of, as a clause
 * @param setting the name of the limit among the settings of workbooks
 * @see kz.sheshim.workbook.Allowance
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record TooLarge(String what, String setting) implements Defect {
    @Override
    public String wrong() {
        return "The limit of what is read is exceeded: " + what + ". Nothing beyond the limit takes part.";
    }

    @Override
    public String advice() {
        return "Remove what is not needed, or raise the setting sheshim.workbook." + setting + ".";
    }
}
