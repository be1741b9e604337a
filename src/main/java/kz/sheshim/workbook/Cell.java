package kz.sheshim.workbook;

/**
 * A filled cell: its address and what it says, read by meaning: a number without its format, a date as ISO text, true and false as
 * {@code yes} and {@code no}, a text in Unicode's composed form (NFC); never blank, unless it could not be read.
 *
 * @param text empty for a cell that could not be read
 */
public record Cell(CellAddress address, String text, Kind kind) {
    /** What the file holds for a cell. */
    public enum Kind {
        TEXT,
        /** A number that is shown with its digits. */
        NUMBER,
        /** A number whose format shows it as something else: with zeros before it, rounded, with a unit. */
        FORMATTED_NUMBER,
        DATE,
        YES_NO,
        UNREADABLE
    }

    /** A cell that holds a text. */
    public Cell(CellAddress address, String text) {
        this(address, text, Kind.TEXT);
    }

    /** A cell that is not blank, but could not be read. */
    public static Cell unreadable(CellAddress address) {
        return new Cell(address, "", Kind.UNREADABLE);
    }

    public boolean readable() {
        return kind != Kind.UNREADABLE;
    }
}
