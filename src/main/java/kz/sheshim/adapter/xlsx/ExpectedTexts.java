package kz.sheshim.adapter.xlsx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.sheshim.workbook.Address;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.FileAddress;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.Sheet;

/** What is to be read from a workbook once it is edited. */
final class ExpectedTexts {
    private static final String UNREADABLE = "\u0000";

    private final Map<String, List<SortedMap<Integer, String>>> sheets = new LinkedHashMap<>();

    ExpectedTexts(List<Sheet> read) {
        for (Sheet sheet : read) {
            List<SortedMap<Integer, String>> rows = new ArrayList<>();
            sheet.rows().forEach(row -> {
                SortedMap<Integer, String> texts = new TreeMap<>();
                row.cells().forEach((column, cell) -> texts.put(column, cell.readable() ? cell.text() : UNREADABLE));
                rows.add(texts);
            });
            sheets.put(sheet.name(), rows);
        }
    }

    /** Does an edit of a sheet that there is. */
    void edit(RowEdit edit) {
        List<SortedMap<Integer, String>> rows = sheets.getOrDefault(edit.sheet(), new ArrayList<>());
        while (rows.size() <= edit.row()) {
            rows.add(new TreeMap<>());
        }
        int row = edit.row();
        if (edit instanceof RowEdit.Remove) {
            rows.remove(row);
            return;
        }
        if (edit instanceof RowEdit.Insert) {
            row++;
            rows.add(row, new TreeMap<>());
        }
        SortedMap<Integer, String> texts = rows.get(row);
        edit.texts().forEach((column, given) -> {
            String text = CellWriter.asRead(given);
            if (text.isEmpty()) {
                texts.remove(column);
            } else {
                texts.put(column, text);
            }
        });
    }

    /** The first place at which something else is read. */
    Optional<Address> difference(String file, List<Sheet> read) {
        ExpectedTexts others = new ExpectedTexts(read);
        if (!others.sheets.keySet().equals(sheets.keySet())) {
            return Optional.of(new FileAddress(file));
        }
        for (Map.Entry<String, List<SortedMap<Integer, String>>> sheet : sheets.entrySet()) {
            List<SortedMap<Integer, String>> rows = sheet.getValue();
            List<SortedMap<Integer, String>> other = others.sheets.getOrDefault(sheet.getKey(), List.of());
            for (int row = 0; row < Math.max(rows.size(), other.size()); row++) {
                SortedMap<Integer, String> expected = row < rows.size() ? rows.get(row) : new TreeMap<>();
                SortedMap<Integer, String> found = row < other.size() ? other.get(row) : new TreeMap<>();
                if (!expected.equals(found)) {
                    return Optional.of(new CellAddress(file, sheet.getKey(), row, 0));
                }
            }
        }
        return Optional.empty();
    }
}
