package kz.sheshim.decision;

import java.util.Optional;
import kz.sheshim.facts.Slot;
import kz.sheshim.facts.Vocabulary;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import org.jspecify.annotations.Nullable;

/** A table with its rows and the field that it gives, if it gives one; each row is made when it first matches. */
final class TableRows {
    private final DecisionTable table;
    private final Vocabulary vocabulary;
    private final int first;
    private final @Nullable Row[] rows;
    private final Optional<Slot> given;

    /** @param first the place of its first rule among all rules of the ruleset, sorted by their ids */
    TableRows(DecisionTable table, int first, Vocabulary vocabulary) {
        this.first = first;
        this.table = table;
        this.vocabulary = vocabulary;
        rows = new Row[table.rules().size()];
        given = table.givenFields().stream().findFirst().map(vocabulary::slot);
    }

    DecisionTable table() {
        return table;
    }

    Optional<Slot> given() {
        return given;
    }

    Row row(int number) {
        Row row = rows[number];
        if (row == null) {
            Rule rule = table.rules().get(number);
            row = new Row(rule, first + order(rule), vocabulary);
            rows[number] = row;
        }
        return row;
    }

    private int order(Rule rule) {
        int order = 0;
        for (Rule other : table.rules()) {
            order += other.id().compareTo(rule.id()) < 0 ? 1 : 0;
        }
        return order;
    }
}
