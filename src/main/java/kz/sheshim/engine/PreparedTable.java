package kz.sheshim.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import kz.sheshim.engine.index.TableIndex;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import org.jspecify.annotations.Nullable;

/** A table with its index, its rules and the field that it gives, if it gives one; a rule is prepared when it first matches. */
final class PreparedTable {
    /** Subjects are made once for this number of instances. */
    private static final int KEPT = 64;

    private final DecisionTable table;
    private final PreparedPolicy policy;
    private final int first;
    private final TableIndex index;
    private final AtomicReferenceArray<PreparedRule> rules;
    private final Optional<FactSlot> given;
    private final VerdictSubject[] instances;

    /** @param first the place of its first rule among all rules of the ruleset, sorted by their ids */
    PreparedTable(DecisionTable table, int first, PreparedPolicy policy) {
        this(table, first, policy, table.givenFields().stream().findFirst().map(policy.layout()::slot));
    }

    private PreparedTable(DecisionTable table, int first, PreparedPolicy policy, Optional<FactSlot> given) {
        this.first = first;
        this.table = table;
        this.policy = policy;
        index = new TableIndex(table, policy.layout());
        rules = new AtomicReferenceArray<>(table.rules().size());
        this.given = given;
        instances = new VerdictSubject[table.forEach() == null ? 0 : KEPT];
        for (int instance = 0; instance < instances.length; instance++) {
            instances[instance] = subject(table.forEach(), instance);
        }
    }

    /** This table with other rows, in the same place. It gives the same field, also without a row. */
    PreparedTable with(DecisionTable other, PreparedPolicy its) {
        return new PreparedTable(other, first, its, given);
    }

    private static VerdictSubject subject(@Nullable String entity, int instance) {
        return entity == null ? VerdictSubject.NONE : new VerdictSubject(FactPath.instance(entity, instance), instance);
    }

    DecisionTable table() {
        return table;
    }

    TableIndex index() {
        return index;
    }

    Optional<FactSlot> given() {
        return given;
    }

    /** The instance that the table is evaluated for as a subject; none for a table that is evaluated once. */
    VerdictSubject subject(int instance) {
        return instance >= 0 && instance < instances.length ? instances[instance] : subject(table.forEach(), instance);
    }

    PreparedRule rule(int row) {
        PreparedRule prepared = rules.get(row);
        if (prepared == null) {
            Rule rule = table.rules().get(row);
            Ranking.RankedGround ground = rule.conclusion() instanceof Conclusion.OfGround given
                    ? policy.ranking().ground(given.code())
                    : null;
            prepared = new PreparedRule(rule, first + order(rule), ground, policy.layout());
            rules.set(row, prepared);
        }
        return prepared;
    }

    private int order(Rule rule) {
        int order = 0;
        for (Rule other : table.rules()) {
            order += other.id().compareTo(rule.id()) < 0 ? 1 : 0;
        }
        return order;
    }
}
