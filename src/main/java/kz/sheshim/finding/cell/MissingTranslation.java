package kz.sheshim.finding.cell;

import java.util.Map;
import kz.sheshim.finding.Defect;

/**
 * A text exists in some languages and not in all.
 *
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record MissingTranslation(String column) implements Defect {
    private static final Map<String, String> LANGUAGES = Map.of("en", "English", "ru", "Russian", "kk", "Kazakh");

    @Override
    public String wrong() {
        return column + " is empty although the text exists in another language. Readers of "
                + LANGUAGES.getOrDefault(column.replaceFirst(".* ", ""), "this language") + " would see no text.";
    }

    @Override
    public String advice() {
        return "Write the translation.";
    }
}
