package kz.sheshim.adapter.postgres;

import java.util.ArrayList;
import java.util.List;

/** Collects the conditions of a query, with their parameter values in the same order. */
final class WhereClause {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private boolean matchesNothing;

    void value(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    /** A condition without a value. */
    void condition(String condition) {
        conditions.add(condition);
    }

    /** A condition on a text. No row can contain a text that cannot be stored. */
    void text(String condition, String text) {
        matchesNothing |= !StorableText.isStorable(text);
        value(condition, text);
    }

    /** Whether no row can match, so that the query need not run. */
    boolean matchesNothing() {
        return matchesNothing;
    }

    /** The clause, with a space before it; empty if there are no conditions. */
    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}
