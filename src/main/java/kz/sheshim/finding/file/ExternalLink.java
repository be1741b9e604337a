package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A workbook takes values from elsewhere.
 *
 * @see kz.sheshim.adapter.xlsx.XlsxReader
 */
public record ExternalLink(String target) implements Defect {
    @Override
    public String wrong() {
        return "The workbook takes values from elsewhere (" + Wording.shown(target)
                + "). Sheshim never fetches them, so people who open the workbook could see other values than those that are applied.";
    }

    @Override
    public String advice() {
        return "Break the link, and write the values themselves.";
    }
}
