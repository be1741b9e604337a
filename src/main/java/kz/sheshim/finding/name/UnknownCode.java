package kz.sheshim.finding.name;

import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A code is used that is not defined.
 *
 * @see kz.sheshim.policy.reading.ConditionParser
 * @see kz.sheshim.policy.reading.ConclusionReader
 */
public record UnknownCode(String given, String definedIn, @Nullable String nearest) implements UnknownReference {
    /** A code that a list of the sheet Codes does not have. */
    public static UnknownCode ofList(String given, String list, @Nullable String nearest) {
        return new UnknownCode(given, "the list " + list + " of the sheet Codes", nearest);
    }

    /** A code that a sheet of the vocabulary does not define. */
    public static UnknownCode ofSheet(String given, String sheet, @Nullable String nearest) {
        return new UnknownCode(given, "the sheet " + sheet, nearest);
    }

    @Override
    public String wrong() {
        return Wording.quote(given) + " is not a code of " + definedIn + ".";
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
