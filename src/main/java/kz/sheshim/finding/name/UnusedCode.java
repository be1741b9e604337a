package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Something is defined that nothing uses.
 *
 * @see kz.sheshim.policy.reading.Unused
 */
public record UnusedCode(String what, String name, @Nullable String nearest) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "Nothing uses the " + what + " " + Wording.quote(name)
                + ". It may be misspelt, here or where it should be used.";
    }

    @Override
    public String advice() {
        return Wording.suggest(name, nearest, "Use it, or remove it.");
    }
}
