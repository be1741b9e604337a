package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A cell contains a word that is not one of the words it may contain.
 *
 * @param expected the words that are allowed, as a noun with its article
 * @see kz.sheshim.policy.reading.HeadedSheet
 * @see kz.sheshim.policy.reading.TableHead
 * @see kz.sheshim.policy.reading.SortedFiles
 */
public record UnknownWord(String given, String expected, @Nullable String nearest) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(given) + " is not " + expected + ".";
    }

    @Override
    public String advice() {
        return Wording.suggest(given, nearest, "Write one of the words that are allowed here.");
    }
}
