package kz.sheshim.finding.file;

import java.util.List;
import kz.sheshim.finding.Defect;

/**
 * Sheets are missing that the policy needs.
 *
 * @param without what cannot be done without them
 * @see kz.sheshim.policy.reading.RulesetReader
 * @see kz.sheshim.policy.reading.ReceiptReader
 */
public record MissingSheet(List<String> sheets, String without) implements Defect {
    public MissingSheet {
        sheets = List.copyOf(sheets);
    }

    @Override
    public String wrong() {
        return "No workbook has the " + (sheets.size() == 1 ? "sheet " : "sheets ") + String.join(", ", sheets)
                + ", so " + without + ". What depends on " + (sheets.size() == 1 ? "it" : "them") + " was not checked.";
    }

    @Override
    public String advice() {
        return sheets.size() == 1 ? "Add the sheet." : "Add the sheets.";
    }
}
