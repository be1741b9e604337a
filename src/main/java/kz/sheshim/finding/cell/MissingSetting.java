package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/**
 * A sheet of settings or the head of a table lacks a setting.
 *
 * @see kz.sheshim.policy.reading.SettingsSheet
 * @see kz.sheshim.policy.reading.TableHead
 */
public record MissingSetting(String setting) implements Defect {
    @Override
    public String wrong() {
        return "The setting " + setting + " is missing, so the sheet cannot be used.";
    }

    @Override
    public String advice() {
        return "Add a row with the setting and its value.";
    }
}
