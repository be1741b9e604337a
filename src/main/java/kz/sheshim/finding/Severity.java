package kz.sheshim.finding;

/** Whether a ruleset with the finding can be published. */
public enum Severity {
    ERROR,
    WARNING
}
