package kz.sheshim.workbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of a workbook, written {@code documents.xlsx › Documents › A9}.
 *
 * @param row from 0
 * @param column from 0
 */
public record CellAddress(String file, String sheet, int row, int column) implements Address {
    private static final int LETTERS = 26;
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");

    public CellAddress {
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException("row " + row + ", column " + column);
        }
    }

    /** The address of a cell that is named as spreadsheets do ({@link #within}); empty if the text is no such name. */
    public static Optional<CellAddress> of(SheetAddress sheet, String within) {
        Matcher cell = CELL.matcher(within);
        if (!cell.matches()) {
            return Optional.empty();
        }
        int column = cell.group(1).chars().reduce(0, (before, letter) -> before * LETTERS + letter - 'A' + 1) - 1;
        return Optional.of(new CellAddress(sheet.file(), sheet.sheet(), Integer.parseInt(cell.group(2)) - 1, column));
    }

    /** The cell as spreadsheets name it: {@code A9}. */
    @Override
    public String within() {
        String letters = "";
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters = (char) ('A' + rest % LETTERS) + letters;
        }
        return letters + (row + 1);
    }

    /** The sheet that the cell is on. */
    public SheetAddress ofSheet() {
        return new SheetAddress(file, sheet);
    }

    @Override
    public String toString() {
        return file + " › " + sheet + " › " + within();
    }
}
