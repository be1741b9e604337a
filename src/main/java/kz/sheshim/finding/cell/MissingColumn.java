package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.LookAlikes;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A sheet lacks a column.
 *
 * @param nearest the text that may stand where its name should
 * @see kz.sheshim.policy.reading.HeadedSheet
 * @see kz.sheshim.policy.reading.TableColumns
 */
public record MissingColumn(String column, @Nullable String nearest) implements Defect {
    public MissingColumn(String column) {
        this(column, null);
    }

    @Override
    public Phrase wrong() {
        return Phrase.of("The sheet has no column {0}, so its rows cannot be read.", column);
    }

    @Override
    public Phrase advice() {
        if (nearest == null) {
            return Phrase.of("Add the column.");
        }
        return LookAlikes.told(nearest, column)
                .map(told -> Phrase.of(
                        "A heading says {0}. {1} Write {2}.", Wording.quote(nearest), told, Wording.quote(column)))
                .orElse(Phrase.of(
                        "Write {0} instead of {1} if that is the column, or add it.",
                        Wording.quote(column), Wording.quote(nearest)));
    }
}
