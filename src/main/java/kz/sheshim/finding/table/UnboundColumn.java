package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A column is filled, and nothing says what it is bound to.
 *
 * @param heading its heading; the empty text if it has none
 * @param cells the number of its filled cells
 * @param meant some of its cells could be conditions, facts or conclusions
 * @param binding the binding that it probably lost
 * @see kz.sheshim.policy.reading.UnboundColumns
 */
public record UnboundColumn(String heading, int cells, boolean meant, @Nullable String binding) implements Defect {
    @Override
    public Severity severity() {
        return meant ? Severity.ERROR : Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        if (heading.isEmpty()) {
            return cells == 1
                    ? Phrase.of("The column has no binding, so its filled cell is not read.")
                    : Phrase.of("The column has no binding, so its {0} filled cells are not read.", cells);
        }
        return cells == 1
                ? Phrase.of("The column {0} has no binding, so its filled cell is not read.", Wording.quote(heading))
                : Phrase.of(
                        "The column {0} has no binding, so its {1} filled cells are not read.",
                        Wording.quote(heading), cells);
    }

    @Override
    public Phrase advice() {
        return binding == null
                ? Phrase.of(
                        "Write into this cell which field the column is about, or → and what its rules give. If the column is only a note, begin its heading with Note.")
                : Phrase.of(
                        "Write {0} into this cell. If the column is only a note, begin its heading with Note.",
                        binding);
    }
}
