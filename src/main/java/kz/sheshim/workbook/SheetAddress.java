package kz.sheshim.workbook;

import org.jspecify.annotations.Nullable;

/** A sheet of a workbook, written {@code documents.xlsx › Documents}. */
public record SheetAddress(String file, String sheet) implements Address {
    @Override
    public @Nullable String within() {
        return null;
    }

    @Override
    public String toString() {
        return file + " › " + sheet;
    }
}
