package kz.sheshim.workbook;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A change of one row of a sheet. */
public sealed interface RowEdit {
    String sheet();

    /** The row, from 0. */
    int row();

    /**
     * What cells shall say, by column, from 0: numbers with a decimal point, dates as ISO text, {@code yes} and {@code no}, else a text as it stands. The
     * empty text clears a cell.
     */
    SortedMap<Integer, String> texts();

    /** Cells of a row say something else. Cells that are not named stay as they are. */
    record Change(String sheet, int row, SortedMap<Integer, String> texts) implements RowEdit {
        public Change {
            texts = checked(row, texts);
        }
    }

    /** A new row directly below a row, with the look of that row. Cells that are not named are blank. */
    record Insert(String sheet, int row, SortedMap<Integer, String> texts) implements RowEdit {
        public Insert {
            texts = checked(row, texts);
        }
    }

    /** The row is taken out, and those below it move up. */
    record Remove(String sheet, int row) implements RowEdit {
        public Remove {
            checked(row, new TreeMap<>());
        }

        @Override
        public SortedMap<Integer, String> texts() {
            return new TreeMap<>();
        }
    }

    private static SortedMap<Integer, String> checked(int row, SortedMap<Integer, String> texts) {
        if (row < 0 || !texts.isEmpty() && texts.firstKey() < 0) {
            throw new IllegalArgumentException("row " + row + ", columns " + texts.keySet());
        }
        return Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }
}
