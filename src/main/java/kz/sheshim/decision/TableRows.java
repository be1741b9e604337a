package kz.sheshim.decision;

import java.util.Optional;
import kz.sheshim.facts.Slot;
import kz.sheshim.facts.Vocabulary;
import kz.sheshim.table.DecisionTable;
import org.jspecify.annotations.Nullable;

/** A table with its rows and the field that it gives, if it gives one; each row is made when it first matches. */
final class TableRows {
    private final DecisionTable table;
    private final Vocabulary vocabulary;
    private final @Nullable Row[] rows;
    private final Optional<Slot> given;

    TableRows(DecisionTable table, Vocabulary vocabulary) {
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
            row = new Row(table.rules().get(number), vocabulary);
            rows[number] = row;
        }
        return row;
    }
}
