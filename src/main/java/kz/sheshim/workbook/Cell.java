package kz.sheshim.workbook;

/**
 * A filled cell: its address and what it says, read by meaning: a number without its format, a date as ISO text, true and false as
 * {@code yes} and {@code no}; never blank.
 */
public record Cell(CellAddress address, String text) {}
