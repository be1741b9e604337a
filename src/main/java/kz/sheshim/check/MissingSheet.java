package kz.sheshim.check;

import java.util.List;

/** Sheets of the vocabulary or calendar that no workbook has. */
public record MissingSheet(List<String> sheets) implements Defect {
    public MissingSheet {
        sheets = List.copyOf(sheets);
    }

    @Override
    public String message() {
        return "no workbook has the " + (sheets.size() == 1 ? "sheet " : "sheets ") + String.join(", ", sheets)
                + ", without which no application can be decided. Add what is missing; what depends on it was not looked at.";
    }
}
