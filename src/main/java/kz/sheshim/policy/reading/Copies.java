package kz.sheshim.policy.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import kz.sheshim.workbook.TextDirection;

/** Finds workbooks that are copies of others: most of their rows begin like rows of the same sheet of the other one. */
final class Copies {
    /** A workbook with fewer rows is too small to tell. */
    private static final int FEWEST_ROWS = 5;

    /** A name that is seen in another order than it is written is never that of an original. */
    private static final Comparator<String> BY_NAME = Comparator.comparing(TextDirection::isOverridden)
            .thenComparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());

    /** The beginning of a row. */
    private record Start(String sheet, List<String> texts) {}

    private final Map<String, Set<Start>> starts = new HashMap<>();

    /** @param workbooks the sheets by the names of the files */
    Copies(Map<String, List<Sheet>> workbooks) {
        workbooks.forEach((file, sheets) -> starts.put(file, starts(sheets)));
    }

    private static Set<Start> starts(Collection<Sheet> sheets) {
        Set<Start> starts = new HashSet<>();
        for (Sheet sheet : sheets) {
            if (!sheet.name().startsWith(SortedFiles.NOTES)) {
                for (Row row : sheet.rows()) {
                    if (!row.blank()) {
                        starts.add(new Start(sheet.name(), List.of(row.text(0), row.text(1))));
                    }
                }
            }
        }
        return starts;
    }

    /** The workbook that this one is a copy of: the one with the shorter name, for programs add to the names of copies. */
    Optional<String> originalOf(String file) {
        return starts.keySet().stream()
                .filter(other -> BY_NAME.compare(other, file) < 0 && alike(file, other))
                .min(BY_NAME);
    }

    private boolean alike(String one, String other) {
        Set<Start> fewer = starts.getOrDefault(one, Set.of());
        Set<Start> more = starts.getOrDefault(other, Set.of());
        int least = Math.min(fewer.size(), more.size());
        long same = fewer.stream().filter(more::contains).count();
        return least >= FEWEST_ROWS && 2 * same > least;
    }
}
