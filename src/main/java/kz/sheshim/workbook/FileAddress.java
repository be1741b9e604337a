package kz.sheshim.workbook;

import org.jspecify.annotations.Nullable;

/** A whole file, or the folder of all workbooks or rule files. */
public record FileAddress(String file) implements Address {
    @Override
    public @Nullable String sheet() {
        return null;
    }

    @Override
    public @Nullable String within() {
        return null;
    }

    @Override
    public String toString() {
        return file;
    }
}
