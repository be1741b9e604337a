package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
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
    public String wrong() {
        return "The column" + (heading.isEmpty() ? "" : " " + Wording.quote(heading))
                + " has no binding, so " + (cells == 1 ? "its filled cell is" : "its " + cells + " filled cells are")
                + " not read.";
    }

    @Override
    public String advice() {
        return (binding == null ? "Write the binding into this cell." : "Write " + binding + " into this cell.")
                + " If the column is only a note, begin its heading with Note.";
    }
}
