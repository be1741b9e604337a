package kz.sheshim.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.sheshim.facts.FactPath;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as its rows write it, before it takes over the facts of another one.
 *
 * @param asIn the cell that names the other one
 * @param cells the filled fact cells, by the fact that they write
 * @param expected none when one of its cells is faulty
 * @param whole none of its facts stands in a column whose binding is faulty
 * @param counts the cells that say how many instances an entity has, by the entity
 */
record ScenarioDraft(
        String id,
        String shows,
        @Nullable Cell asIn,
        SortedMap<FactPath, Cell> cells,
        Map<String, Cell> counts,
        List<Expected> expected,
        boolean whole,
        CellAddress address) {
    ScenarioDraft {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        counts = Map.copyOf(counts);
        expected = List.copyOf(expected);
    }

    /** How many instances of the entity its rows describe. */
    int described(String entity) {
        return cells.keySet().stream()
                        .filter(path -> path.field().entity().equals(entity))
                        .mapToInt(FactPath::index)
                        .max()
                        .orElse(-1)
                + 1;
    }
}
