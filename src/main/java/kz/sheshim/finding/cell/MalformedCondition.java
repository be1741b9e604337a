package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A condition cell cannot be read.
 *
 * @see kz.sheshim.policy.reading.ConditionParser
 */
public record MalformedCondition(String given, Phrase reason, @Nullable String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The condition {0} cannot be read: {1}.", Wording.quote(given), reason);
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(given, nearest, Phrase.of("Correct the cell."));
    }
}
