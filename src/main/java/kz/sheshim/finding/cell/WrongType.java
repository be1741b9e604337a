package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A value has the wrong type, or a number is out of range.
 *
 * @param form the type and how its values are written
 * @see kz.sheshim.policy.reading.ConditionParser
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record WrongType(String given, Phrase form, @Nullable String nearest) implements Defect {
    public WrongType(String given, Phrase form) {
        this(given, form, null);
    }

    @Override
    public Phrase wrong() {
        return Phrase.of("{0} cannot be read as a {1}.", Wording.quote(given), form);
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(given, nearest, Phrase.of("Correct the value."));
    }
}
