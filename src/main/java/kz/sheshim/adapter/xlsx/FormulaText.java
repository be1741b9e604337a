package kz.sheshim.adapter.xlsx;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text that somebody meant who began it with an equals sign, so that the spreadsheet program took it for a formula. */
final class FormulaText {
    private static final List<String> FORMS = List.of(
            "([<>])\\s*([0-9.-]+)", "$1= $2",
            "([0-9]+(?:\\.[0-9]+)?)", "$1",
            "\"([^\"]*)\"", "$1",
            "TRUE(?:\\(\\))?", "yes",
            "FALSE(?:\\(\\))?", "no");

    private FormulaText() {}

    /** Null for a formula that computes something. */
    static @Nullable String meant(@Nullable String formula) {
        for (int form = 0; formula != null && form < FORMS.size(); form += 2) {
            Matcher text = Pattern.compile(FORMS.get(form)).matcher(formula.strip());
            if (text.matches()) {
                return text.replaceFirst(FORMS.get(form + 1));
            }
        }
        return null;
    }
}
