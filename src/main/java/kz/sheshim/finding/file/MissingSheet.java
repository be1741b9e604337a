package kz.sheshim.finding.file;

import java.util.List;
import kz.sheshim.finding.Defect;

/**
 * Sheets are missing or empty that the policy needs.
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
        return (sheets.size() == 1 ? "The sheet " : "The sheets ") + String.join(", ", sheets)
                + (sheets.size() == 1 ? " is" : " are") + " missing or empty, so " + without + ". What depends on "
                + (sheets.size() == 1 ? "it" : "them") + " was not checked.";
    }

    @Override
    public String advice() {
        return sheets.size() == 1 ? "Add the sheet with its columns." : "Add the sheets with their columns.";
    }
}
