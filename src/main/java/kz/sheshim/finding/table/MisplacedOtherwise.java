package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * "otherwise" or "always" is in a cell where it cannot be.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record MisplacedOtherwise(String word) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(word) + " can only be in the first condition cell of "
                + (word.equals("otherwise") ? "the last rule of a FIRST table." : "a rule without conditions.");
    }

    @Override
    public String advice() {
        return "Move it there, or write the conditions.";
    }
}
