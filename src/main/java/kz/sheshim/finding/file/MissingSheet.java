package kz.sheshim.finding.file;

import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * Sheets are missing or empty that the policy needs.
 *
 * @param without what cannot be done without them
 * @see kz.sheshim.policy.reading.RulesetReader
 * @see kz.sheshim.policy.reading.ReceiptReader
 */
public record MissingSheet(List<String> sheets, Phrase without) implements Defect {
    public MissingSheet {
        sheets = List.copyOf(sheets);
    }

    @Override
    public Phrase wrong() {
        String all = String.join(", ", sheets);
        return sheets.size() == 1
                ? Phrase.of(
                        "The sheet {0} is missing or empty, so {1}. What depends on it was not checked.", all, without)
                : Phrase.of(
                        "The sheets {0} are missing or empty, so {1}. What depends on them was not checked.",
                        all, without);
    }

    @Override
    public Phrase advice() {
        return sheets.size() == 1
                ? Phrase.of("Add the sheet with its columns.")
                : Phrase.of("Add the sheets with their columns.");
    }
}
