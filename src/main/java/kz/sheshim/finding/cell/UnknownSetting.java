package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A setting does not exist.
 *
 * @see kz.sheshim.policy.reading.SettingsSheet
 * @see kz.sheshim.policy.reading.TableHead
 */
public record UnknownSetting(String given, @Nullable String nearest) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(given) + " is not a setting of this sheet, so it would be ignored.";
    }

    @Override
    public String advice() {
        return Wording.suggest(given, nearest, "Correct the name, or remove the row.");
    }
}
