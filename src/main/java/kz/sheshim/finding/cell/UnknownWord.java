package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A cell contains a word that is not one of the words it may contain.
 *
 * @param expected the words that are allowed, as a noun with its article
 * @see kz.sheshim.policy.reading.HeadedSheet
 * @see kz.sheshim.policy.reading.TableHead
 */
public record UnknownWord(String given, Phrase expected, @Nullable String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("{0} is not {1}.", Wording.quote(given), expected);
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(given, nearest, Phrase.of("Write one of the words that are allowed here."));
    }
}
