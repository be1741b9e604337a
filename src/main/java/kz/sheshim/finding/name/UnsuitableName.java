package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Something is named that exists but cannot be used there.
 *
 * @see kz.sheshim.policy.reading.PolicyReader
 * @see kz.sheshim.policy.reading.TableHead
 * @see kz.sheshim.policy.reading.ReceiptPartReader
 */
public record UnsuitableName(String given, Phrase reason, @Nullable String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("{0} cannot be used here: {1}.", Wording.quote(given), reason);
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(given, nearest, Phrase.of("Name another one."));
    }
}
