package kz.sheshim.finding.cell;

import java.util.Optional;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.workbook.Cell;

/**
 * A cell that should contain a text contains a number or a date, and shows something else than is read.
 *
 * @see kz.sheshim.policy.reading.HeadedSheet
 * @see kz.sheshim.policy.reading.TableReader
 * @see kz.sheshim.scenario.ScenarioDraftReader
 */
public record ShownOtherwise(String held, Cell.Kind kind) implements Defect {
    /** What is wrong with a cell that should contain a text; a number that is shown with its digits is as good as a text. */
    public static Optional<ShownOtherwise> in(Cell cell) {
        return switch (cell.kind()) {
            case TEXT, NUMBER, UNREADABLE -> Optional.empty();
            case FORMATTED_NUMBER, DATE, YES_NO -> Optional.of(new ShownOtherwise(cell.text(), cell.kind()));
        };
    }

    @Override
    public String wrong() {
        String what = Wording.quote(held);
        return switch (kind) {
            case DATE ->
                "The cell contains a date, which would be read as " + what
                        + ". Spreadsheet programs turn texts such as MAR-1 into dates.";
            case YES_NO ->
                "The cell contains TRUE or FALSE, which would be read as " + what + ". A text is needed here.";
            default ->
                "The cell contains a number, which would be read as " + what
                        + ", but its format shows it in another way, for example with zeros before it.";
        };
    }

    @Override
    public String advice() {
        return "Format the cell as text, and write the text again.";
    }
}
