package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;

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
    public String wrong() {
        return "The cell compares with the text " + Wording.quote(given) + ", word for word.";
    }

    @Override
    public String advice() {
        return "Did you mean " + Wording.quote(word) + "? If it is a text, write it in quotation marks.";
    }
}
