package kz.sheshim.workbook;

import org.jspecify.annotations.Nullable;

/**
 * A place in a policy's files: a cell of a sheet of a workbook ({@code documents.xlsx › Documents › A9}), or less exactly a sheet or a file; in a rule file
 * the cell is a line.
 */
public record CellAddress(String file, @Nullable String sheet, @Nullable String cell) {

    public static CellAddress ofFile(String file) {
        return new CellAddress(file, null, null);
    }

    public static CellAddress ofSheet(String file, String sheet) {
        return new CellAddress(file, sheet, null);
    }

    /**
     * @param row from 0
     * @param column from 0
     */
    public static CellAddress of(String file, String sheet, int row, int column) {
        return new CellAddress(file, sheet, columnName(column) + (row + 1));
    }

    private static String columnName(int column) {
        String name = "";
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            name = (char) ('A' + rest % 26) + name;
        }
        return name;
    }

    @Override
    public String toString() {
        return file + (sheet == null ? "" : " › " + sheet) + (cell == null ? "" : " › " + cell);
    }
}
