package kz.sheshim.finding;

import java.util.Locale;

/** Whether a ruleset with the finding can be published. */
public enum Severity {
    ERROR,
    WARNING;

    /** The severity in answers and reports. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
