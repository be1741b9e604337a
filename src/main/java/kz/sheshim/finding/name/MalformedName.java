package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * An id, a code or another name has the wrong form.
 *
 * @param nearest a name of the right form that looks like it
 * @see kz.sheshim.policy.reading.NameForm
 */
public record MalformedName(String given, Phrase what, Phrase form, @Nullable String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("{0} is not {1}, so nothing could refer to it.", Wording.quote(given), what);
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(given, nearest, Phrase.of("Use {0}.", form));
    }
}
