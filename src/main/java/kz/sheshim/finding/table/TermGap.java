package kz.sheshim.finding.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * No rule gives a term in some case, though one does in other cases with the same outcome.
 *
 * @param cells the period and conditions of the row that matches exactly what is left, by their column
 * @see kz.sheshim.analysis.ShadowsAndGaps
 */
public record TermGap(Phrase situation, Map<String, List<String>> cells) implements Defect {
    public TermGap {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "No rule gives a term in this case: {0}. Such a decision has no due date, though others on this day with its outcome have one.",
                situation);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Add the row [{0}] with its term.", Gap.row(cells));
    }
}
