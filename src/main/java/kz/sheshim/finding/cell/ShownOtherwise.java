package kz.sheshim.finding.cell;

import java.util.Optional;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.TextDirection;

/**
 * A cell shows something else than is read: it should contain a text and contains a number or a date, or its text reverses the direction of writing.
 *
 * @see kz.sheshim.policy.reading.HeadedSheet
 * @see kz.sheshim.policy.reading.TableReader
 * @see kz.sheshim.scenario.ScenarioDraftReader
 */
public record ShownOtherwise(String held, Cell.Kind kind) implements Defect {
    /** What is wrong with a cell that should contain a text; a number that is shown with its digits is as good as a text. */
    public static Optional<ShownOtherwise> in(Cell cell) {
        return switch (cell.kind()) {
            case TEXT ->
                TextDirection.isOverridden(cell.text())
                        ? Optional.of(new ShownOtherwise(cell.text(), cell.kind()))
                        : Optional.empty();
            case NUMBER, UNREADABLE -> Optional.empty();
            case FORMATTED_NUMBER, DATE, YES_NO -> Optional.of(new ShownOtherwise(cell.text(), cell.kind()));
        };
    }

    @Override
    public Phrase wrong() {
        String what = Wording.quote(held);
        return switch (kind) {
            case DATE ->
                Phrase.of(
                        "The cell contains a date, which would be read as {0}. Spreadsheet programs turn texts such as MAR-1 into dates.",
                        what);
            case YES_NO ->
                Phrase.of("The cell contains TRUE or FALSE, which would be read as {0}. A text is needed here.", what);
            case TEXT ->
                Phrase.of(
                        "The cell contains a character that changes the direction of writing, so people may see another text than {0}.",
                        what);
            default ->
                Phrase.of(
                        "The cell contains a number, which would be read as {0}, but its format shows it in another way, for example with zeros before it.",
                        what);
        };
    }

    @Override
    public Phrase advice() {
        return kind == Cell.Kind.TEXT
                ? Phrase.of("Write the text again, without that character.")
                : Phrase.of("Format the cell as text, and write the text again.");
    }
}
