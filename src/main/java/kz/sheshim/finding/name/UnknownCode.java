package kz.sheshim.finding.name;

import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A code is used that is not defined.
 *
 * @param sheet the sheet that should define it
 * @param group the list of the sheet Codes, or the act of the sheet Places, that it should belong to; null on other sheets
 * @see kz.sheshim.policy.reading.ConditionParser
 * @see kz.sheshim.policy.reading.ConclusionReader
 */
public record UnknownCode(String given, String sheet, @Nullable String group, @Nullable String nearest)
        implements UnknownReference {
    /** A code that a list of the sheet Codes does not have. */
    public static UnknownCode ofList(String given, String list, @Nullable String nearest) {
        return new UnknownCode(given, "Codes", list, nearest);
    }

    /** A code that a sheet of the vocabulary does not define. */
    public static UnknownCode ofSheet(String given, String sheet, @Nullable String nearest) {
        return new UnknownCode(given, sheet, null, nearest);
    }

    private String definedIn() {
        if (group == null) {
            return "the sheet " + sheet;
        }
        return sheet.equals("Codes")
                ? "the list " + group + " of the sheet Codes"
                : "the sheet " + sheet + " for " + group;
    }

    @Override
    public String wrong() {
        return Wording.quote(given) + " is not a code of " + definedIn() + ".";
    }

    @Override
    public String advice() {
        boolean several = given.contains(" ") || given.contains("\n");
        return Wording.suggest(
                given,
                nearest,
                several ? "Use codes that are defined." : "Use a code that is defined, or add this one.");
    }
}
