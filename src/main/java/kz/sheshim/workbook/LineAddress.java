package kz.sheshim.workbook;

import org.jspecify.annotations.Nullable;

/**
 * A line of a rule file, written {@code rules/derivations.drl › line 12}.
 *
 * @param line from 1
 */
public record LineAddress(String file, int line) implements Address {
    @Override
    public @Nullable String sheet() {
        return null;
    }

    @Override
    public String within() {
        return "line " + line;
    }

    @Override
    public String toString() {
        return file + " › " + within();
    }
}
