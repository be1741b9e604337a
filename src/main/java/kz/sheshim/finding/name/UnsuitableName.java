package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A field or an entity is named that exists but cannot be used there.
 *
 * @see kz.sheshim.policy.reading.PolicyReader
 * @see kz.sheshim.policy.reading.TableHead
 * @see kz.sheshim.policy.reading.ReceiptPartReader
 */
public record UnsuitableName(String given, String reason, @Nullable String nearest) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(given) + " cannot be used here: " + reason + ".";
    }

    @Override
    public String advice() {
        return Wording.suggest(given, nearest, "Name another one.");
    }
}
