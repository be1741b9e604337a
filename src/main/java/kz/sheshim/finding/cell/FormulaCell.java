package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A cell contains a formula instead of a value.
 *
 * @param nearest the text that may be meant by a formula that only says one
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record FormulaCell(String formula, @Nullable String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return formula.isEmpty()
                ? Phrase.of("The cell contains a formula. Its stored result may be out of date, so it is not read.")
                : Phrase.of(
                        "The cell contains a formula (={0}). Its stored result may be out of date, so it is not read.",
                        Wording.shown(formula));
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(formula, nearest, Phrase.of("Write the value itself."));
    }
}
