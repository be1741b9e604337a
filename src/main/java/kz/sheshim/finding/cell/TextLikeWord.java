package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A condition on a text looks as if it meant that the value is absent, or that there is one.
 *
 * @param word how conditions say that
 * @see kz.sheshim.policy.reading.ConditionParser
 */
public record TextLikeWord(String given, String word) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of("The cell compares with the text {0}, word for word.", Wording.quote(given));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Did you mean {0}? If it is a text, write it in quotation marks.", Wording.quote(word));
    }
}
