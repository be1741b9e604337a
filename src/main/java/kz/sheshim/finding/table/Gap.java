package kz.sheshim.finding.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * No rule of a UNIQUE or FIRST table matches some case.
 *
 * @param cells the period and conditions of the row that matches exactly what is left, by their column; a field that needs two columns has two cells
 * @see kz.sheshim.analysis.ShadowsAndGaps
 */
public record Gap(Phrase situation, Map<String, List<String>> cells) implements Defect {
    public Gap {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Such cells as one text. */
    public static Phrase row(Map<String, List<String>> cells) {
        return cells.isEmpty()
                ? Phrase.of("no condition")
                : Phrase.joined(
                        "; ",
                        cells.entrySet().stream()
                                .map(column -> Phrase.of("{0}: {1}", column.getKey(), all(column.getValue())))
                                .toList());
    }

    private static Phrase all(List<String> cells) {
        return cells.stream()
                .map(cell -> Phrase.of("{0}", cell))
                .reduce((before, cell) -> Phrase.of("{0} and {1}", before, cell))
                .orElseThrow();
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "No rule matches this case: {0}. Such an application gets no conclusion from this table.", situation);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Add the row [{0}]. If no conclusion is intended here, use hit policy COLLECT.", row(cells));
    }
}
