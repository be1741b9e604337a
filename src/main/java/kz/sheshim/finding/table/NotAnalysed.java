package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * A question about a table could not be answered with the effort that is allowed.
 *
 * @see kz.sheshim.analysis.TableAnalysis
 */
public record NotAnalysed(String table, Phrase question) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "Sheshim could not find out with the effort allowed whether {0} in the table {1}, so nothing is proved about it.",
                question, table);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Split the table, or use fewer different bounds.");
    }
}
