package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A file or sheet is larger than a limit.
 *
 * @param what what there is too much of, as a clause
 * @param setting the name of the limit among the settings of workbooks
 * @see kz.sheshim.workbook.Allowance
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record TooLarge(Phrase what, String setting) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The limit of what is read is exceeded: {0}. Nothing beyond the limit takes part.", what);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Remove what is not needed, or raise the setting sheshim.workbook.{0}.", setting);
    }
}
