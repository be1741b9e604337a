package kz.sheshim.finding;

import kz.sheshim.workbook.Address;
import org.jspecify.annotations.Nullable;

/** A defect and its place; the rule is left out where it is not about one. */
public record Finding(Address address, @Nullable String rule, Defect defect) {

    public static Finding at(Address address, Defect defect) {
        return new Finding(address, null, defect);
    }

    @Override
    public String toString() {
        return defect.severity().code() + " " + defect.code() + " at " + address
                + (rule == null ? "" : " (rule " + rule + ")") + ": " + defect.message();
    }
}
