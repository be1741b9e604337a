package kz.sheshim.finding.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * No rule of a UNIQUE or FIRST table matches some case.
 *
 * @param cells the period and conditions of the row that matches exactly what is left, by their column; a field that needs two columns has two cells
 * @see kz.sheshim.analysis.ShadowsAndGaps
 */
public record Gap(String situation, Map<String, List<String>> cells) implements Defect {
    public Gap {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Such cells as one text. */
    public static String row(Map<String, List<String>> cells) {
        return cells.isEmpty()
                ? "no condition"
                : cells.entrySet().stream()
                        .map(column -> column.getKey() + ": " + String.join(" and ", column.getValue()))
                        .collect(Collectors.joining("; "));
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "No rule matches this case: " + situation + ". Such an application gets no conclusion from this table.";
    }

    @Override
    public String advice() {
        return "Add the row [" + row(cells) + "]. If no conclusion is intended here, use hit policy COLLECT.";
    }
}
