package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Something is defined that nothing uses.
 *
 * @see kz.sheshim.policy.reading.Unused
 */
public record UnusedCode(Phrase what, String name, @Nullable String nearest) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "Nothing uses the {0} {1}. It may be misspelt, here or where it should be used.",
                what, Wording.quote(name));
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(name, nearest, Phrase.of("Use it, or remove it."));
    }
}
