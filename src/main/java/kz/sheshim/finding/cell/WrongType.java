package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A value has the wrong type, or a number is out of range.
 *
 * @param form the type and how its values are written
 * @see kz.sheshim.policy.reading.ConditionParser
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record WrongType(String given, String form, @Nullable String nearest) implements Defect {
    public WrongType(String given, String form) {
        this(given, form, null);
    }

    @Override
    public String wrong() {
        return Wording.quote(given) + " cannot be read as a " + form + ".";
    }

    @Override
    public String advice() {
        return Wording.suggest(given, nearest, "Correct the value.");
    }
}
