package kz.sheshim.adapter.postgres;

import java.util.ArrayList;
import java.util.List;

/** The conditions of a query that were asked for, and their values in the same order. */
final class WhereClause {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private boolean matchesNothing;

    void value(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    /** A text that cannot be stored is in no row. */
    void text(String condition, String text) {
        matchesNothing |= !StorableText.isStorable(text);
        value(condition, text);
    }

    boolean matchesNothing() {
        return matchesNothing;
    }

    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}
