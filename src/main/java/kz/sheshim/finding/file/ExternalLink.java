package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A workbook takes values from elsewhere.
 *
 * @see kz.sheshim.adapter.xlsx.XlsxReader
 */
public record ExternalLink(String target) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The workbook takes values from elsewhere ({0}). Sheshim never fetches them, so people who open the workbook could see other values than those that are applied.",
                Wording.shown(target));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Break the link, and write the values themselves.");
    }
}
