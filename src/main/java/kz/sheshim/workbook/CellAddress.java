package kz.sheshim.workbook;

/**
 * A cell of a workbook, written {@code documents.xlsx › Documents › A9}.
 *
 * @param row from 0
 * @param column from 0
 */
public record CellAddress(String file, String sheet, int row, int column) implements Address {
    public CellAddress {
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException("row " + row + ", column " + column);
        }
    }

    /** The cell as spreadsheets name it: {@code A9}. */
    @Override
    public String within() {
        String letters = "";
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters = (char) ('A' + rest % 26) + letters;
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
