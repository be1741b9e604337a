package kz.sheshim.workbook;

/**
 * A filled cell: its address and what it says, read by meaning: a number without its format, a date as ISO text, true and false as
 * {@code yes} and {@code no}; never blank, unless it could not be read.
 *
 * @param readable false for a cell that says something which could not be read; its text is empty
 */
public record Cell(CellAddress address, String text, boolean readable) {

    public Cell(CellAddress address, String text) {
        this(address, text, true);
    }

    /** A cell that is not blank, but could not be read. */
    public static Cell unreadable(CellAddress address) {
        return new Cell(address, "", false);
    }
}
