package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A setting does not exist.
 *
 * @see kz.sheshim.policy.reading.SettingsSheet
 * @see kz.sheshim.policy.reading.TableHead
 */
public record UnknownSetting(String given, @Nullable String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("{0} is not a setting of this sheet, so it would be ignored.", Wording.quote(given));
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(given, nearest, Phrase.of("Correct the name, or remove the row."));
    }
}
