package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.table.BlankRow;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;

/** The rows of a sheet in which something is written. */
public final class FilledRows {
    private FilledRows() {}

    /** The filled rows from the first one to the one before {@code end}; blank rows above a filled one are a finding. */
    public static List<Row> between(Sheet sheet, int first, int end, Consumer<Finding> findings) {
        List<Row> rows = new ArrayList<>();
        for (int number = first; number < end; number++) {
            int filled = from(sheet, number);
            if (filled >= end) {
                break;
            }
            Row row = sheet.row(filled);
            if (filled > number) {
                findings.accept(
                        Finding.at(sheet.row(number).address(0), new BlankRow(filled - number, firstText(row))));
            }
            rows.add(row);
            number = filled;
        }
        return rows;
    }

    /** The number of the first filled row from this one on; the number of rows if there is none. */
    static int from(Sheet sheet, int number) {
        int filled = number;
        while (filled < sheet.rows().size() && sheet.row(filled).blank()) {
            filled++;
        }
        return filled;
    }

    /** The text of the first filled cell of a row that is not blank. */
    static String firstText(Row row) {
        return row.text(row.cells().firstKey());
    }
}
