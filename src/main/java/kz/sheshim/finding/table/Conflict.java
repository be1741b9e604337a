package kz.sheshim.finding.table;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Two rules give one case two values where only one is possible.
 *
 * @param notEnded until when the other rule may have been meant to be in force; null if this rule does not begin later
 * @see kz.sheshim.analysis.RulePairs
 */
public record Conflict(
        Phrase situation,
        Phrase gives,
        Phrase cells,
        String other,
        Phrase otherGives,
        Phrase otherCells,
        @Nullable LocalDate notEnded)
        implements Defect {

    /** The other rule, which may have been left open. */
    @Override
    public @Nullable Object sameCause() {
        return notEnded == null ? null : String.join("\n", other, otherCells.toString(), notEnded.toString());
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "This rule [{0}] gives {1}, and rule {2} [{3}] gives {4}. Both match this case: {5}. Only one value is possible, so such an application cannot be decided.",
                cells, gives, other, otherCells, otherGives, situation);
    }

    @Override
    public Phrase advice() {
        return notEnded == null
                ? Phrase.of("Narrow one of the two rules.")
                : Phrase.of(
                        "If this rule replaces rule {0}, let that one end: write {1} into its Until. If not, narrow one of the two rules.",
                        other, notEnded);
    }
}
