package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Suggestion;
import org.jspecify.annotations.Nullable;

/** Something defined that nothing refers to. */
public record UnusedCode(String what, String name, @Nullable String nearest) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String message() {
        return "no table or field uses the " + what + " " + Given.shown(name)
                + ", so it decides nothing; perhaps it is misspelt here or where it should be used. Use it, or remove it"
                + Suggestion.of(nearest) + ".";
    }
}
