package kz.sheshim.finding.name;

import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
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

    @Override
    public Phrase wrong() {
        String code = Wording.quote(given);
        if (group == null) {
            return Phrase.of("{0} is not a code of the sheet {1}.", code, sheet);
        }
        return sheet.equals("Codes")
                ? Phrase.of("{0} is not a code of the list {1} of the sheet Codes.", code, group)
                : Phrase.of("{0} is not a code of the sheet {1} for {2}.", code, sheet, group);
    }

    @Override
    public Phrase advice() {
        boolean several = given.contains(" ") || given.contains("\n");
        return Wording.suggest(
                given,
                nearest,
                several
                        ? Phrase.of("Use codes that are defined.")
                        : Phrase.of("Use a code that is defined, or add this one."));
    }
}
