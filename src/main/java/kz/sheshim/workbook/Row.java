package kz.sheshim.workbook;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of a sheet.
 *
 * @param number from 0
 * @param cells the filled cells by column, from 0
 */
public record Row(String file, String sheet, int number, SortedMap<Integer, Cell> cells) {
    public Row {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    public Optional<Cell> cell(int column) {
        return Optional.ofNullable(cells.get(column));
    }

    public String text(int column) {
        return cell(column).map(Cell::text).orElse("");
    }

    public CellAddress address(int column) {
        return new CellAddress(file, sheet, number, column);
    }

    public boolean blank() {
        return cells.isEmpty();
    }
}
