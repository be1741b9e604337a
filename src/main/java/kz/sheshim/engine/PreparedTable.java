package kz.sheshim.engine;

import java.util.Optional;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import org.jspecify.annotations.Nullable;

/** A table with its rows and the field that it gives, if it gives one; each row is made when it first matches. */
final class PreparedTable {
    private static final int KEPT = 64;

    private final DecisionTable table;
    private final Evaluator evaluator;
    private final int first;
    private final @Nullable PreparedRule[] rows;
    private final Optional<FactSlot> given;
    private final Subject[] instances;

    /** @param first the place of its first rule among all rules of the ruleset, sorted by their ids */
    PreparedTable(DecisionTable table, int first, Evaluator evaluator) {
        this.first = first;
        this.table = table;
        this.evaluator = evaluator;
        rows = new PreparedRule[table.rules().size()];
        given = table.givenFields().stream().findFirst().map(evaluator.layout()::slot);
        instances = new Subject[table.forEach() == null ? 0 : KEPT];
        for (int index = 0; index < instances.length; index++) {
            instances[index] = instance(table.forEach(), index);
        }
    }

    private static Subject instance(@Nullable String entity, int index) {
        return entity == null ? Subject.NONE : new Subject(FactPath.instance(entity, index), index);
    }

    DecisionTable table() {
        return table;
    }

    Optional<FactSlot> given() {
        return given;
    }

    /** The instance that the table was read for as a subject; none for a table that is read once. */
    Subject instance(int index) {
        return index >= 0 && index < instances.length ? instances[index] : instance(table.forEach(), index);
    }

    PreparedRule row(int number) {
        PreparedRule row = rows[number];
        if (row == null) {
            Rule rule = table.rules().get(number);
            Ranking.RankedGround ground = rule.conclusion() instanceof Conclusion.OfGround given
                    ? evaluator.ranking().ground(given.code())
                    : null;
            row = new PreparedRule(rule, first + order(rule), ground, evaluator.layout());
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
