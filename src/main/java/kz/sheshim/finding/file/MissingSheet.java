package kz.sheshim.finding.file;

import java.util.List;
import kz.sheshim.finding.Defect;

/**
 * Sheets of the vocabulary, the calendar or the receipts that no workbook has.
 *
 * @param without what cannot be done without them
 */
public record MissingSheet(List<String> sheets, String without) implements Defect {
    public MissingSheet {
        sheets = List.copyOf(sheets);
    }

    @Override
    public String message() {
        return "no workbook has the " + (sheets.size() == 1 ? "sheet " : "sheets ") + String.join(", ", sheets)
                + ", without which " + without + ". Add what is missing; what depends on it was not looked at.";
    }
}
