package kz.sheshim.workbook;

import java.util.List;
import java.util.TreeMap;

/**
 * A sheet of a workbook.
 *
 * @param rows from the first one to the last filled one, blank ones included
 */
public record Sheet(String file, String name, List<Row> rows) {
    public Sheet {
        rows = List.copyOf(rows);
    }

    public Row row(int number) {
        return number < rows.size() ? rows.get(number) : new Row(file, name, number, new TreeMap<>());
    }

    public SheetAddress address() {
        return new SheetAddress(file, name);
    }
}
