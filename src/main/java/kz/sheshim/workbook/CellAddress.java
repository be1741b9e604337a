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

    /** Puts places in the order in which people read them: by row and then by column. */
    public String order() {
        String place = file + " › " + (sheet == null ? "" : sheet) + " › ";
        if (cell == null) {
            return place;
        }
        String digits = cell.replaceFirst("^\\D+", "");
        String letters = cell.substring(0, cell.length() - digits.length());
        return place
                + "0".repeat(Math.max(0, 9 - digits.length()))
                + digits
                + " ".repeat(Math.max(0, 9 - letters.length()))
                + letters;
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
