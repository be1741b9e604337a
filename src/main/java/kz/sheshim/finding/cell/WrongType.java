package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;
import kz.sheshim.finding.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * A value that is not of its field's type.
 *
 * @param form the type and how its values are written
 */
public record WrongType(String given, String form, @Nullable String nearest) implements Defect {

    public WrongType(String given, String form) {
        this(given, form, null);
    }

    @Override
    public String message() {
        return Given.shown(given) + " cannot be read as a " + form + Suggestion.of(nearest) + ".";
    }
}
