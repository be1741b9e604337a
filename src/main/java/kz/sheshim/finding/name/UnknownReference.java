package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import org.jspecify.annotations.Nullable;

/** A defect of a cell that refers to something by its name, which nothing has. */
public sealed interface UnknownReference extends Defect
        permits UnknownCode, UnknownField, UnknownName, UnknownPlaceholder {

    /** The name as the cell gives it. */
    String given();

    /** The sheet of the vocabulary that should define the name; null if that is not one sheet. */
    default @Nullable String sheet() {
        return null;
    }

    /** The name, which may be misspelt or missing where it should be defined. */
    @Override
    default @Nullable Object sameCause() {
        return String.join("\n", code(), given(), String.valueOf(sheet()), String.valueOf(group()));
    }

    /** What the name should belong to on that sheet, as a code to its list; null if to nothing. */
    default @Nullable String group() {
        return null;
    }
}
