package kz.sheshim.policy.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.CellAddress;

/** Collects what a sheet defines by name; a second definition of a name is a finding at its cell. */
final class DefinedNames<V> {
    private final Phrase what;
    private final Map<String, V> values = new LinkedHashMap<>();
    private final Map<String, CellAddress> places = new LinkedHashMap<>();

    DefinedNames(Phrase what) {
        this.what = what;
    }

    void define(HeadedSheet.Line line, String column, String name, V value) {
        if (name.isEmpty()) {
            return;
        }
        CellAddress first = places.putIfAbsent(name, line.address(column));
        if (first == null) {
            values.put(name, value);
        } else {
            line.report(column, new Duplicate(what, name, first));
        }
    }

    Map<String, V> values() {
        return Collections.unmodifiableMap(values);
    }

    CellAddress place(String name) {
        CellAddress place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("not defined: " + name);
        }
        return place;
    }
}
