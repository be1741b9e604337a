package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.LookAlikes;
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
    public String wrong() {
        return "The sheet has no column " + column + ", so its rows cannot be read.";
    }

    @Override
    public String advice() {
        if (nearest == null) {
            return "Add the column.";
        }
        return LookAlikes.told(nearest, column)
                .map(told -> "A heading says " + Wording.quote(nearest) + ". " + told + " Write "
                        + Wording.quote(column) + ".")
                .orElse("Write " + Wording.quote(column) + " instead of " + Wording.quote(nearest)
                        + " if that is the column, or add it.");
    }
}
