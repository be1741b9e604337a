package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A sheet of settings or the head of a table lacks a setting.
 *
 * @see kz.sheshim.policy.reading.SettingsSheet
 * @see kz.sheshim.policy.reading.TableHead
 */
public record MissingSetting(String setting) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The setting {0} is missing, so the sheet cannot be used.", setting);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Add a row with the setting and its value.");
    }
}
