package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;

/** A defect of a cell that refers to something by its name, which nothing has. */
public sealed interface UnknownReference extends Defect
        permits UnknownCode, UnknownField, UnknownName, UnknownPlaceholder {

    /** The name as the cell gives it. */
    String given();
}
