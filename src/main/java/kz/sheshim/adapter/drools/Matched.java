package kz.sheshim.adapter.drools;

import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.engine.index.Found;

/** Where the compiled rows of a table tell that they match. Public, since compiled rules call it. */
public final class Matched {
    private final TreeMap<Integer, TreeMap<Integer, Boolean>> rows = new TreeMap<>();

    public void add(int row, int index, boolean holds) {
        rows.computeIfAbsent(index, any -> new TreeMap<>()).put(row, holds);
    }

    /** Tells what matched since the last time. */
    void tell(Found found) {
        for (Map.Entry<Integer, TreeMap<Integer, Boolean>> instance : rows.entrySet()) {
            instance.getValue().forEach((row, holds) -> found.row(row, instance.getKey(), holds));
        }
        rows.clear();
    }
}
