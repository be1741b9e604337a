package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * "otherwise" or "always" is in a cell where it cannot be.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record MisplacedOtherwise(String word) implements Defect {
    @Override
    public Phrase wrong() {
        return word.equals("otherwise")
                ? Phrase.of(
                        "{0} can only be in the first condition cell of the last rule of a FIRST table.",
                        Wording.quote(word))
                : Phrase.of(
                        "{0} can only be in the first condition cell of a rule without conditions.",
                        Wording.quote(word));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Move it there, or write the conditions.");
    }
}
