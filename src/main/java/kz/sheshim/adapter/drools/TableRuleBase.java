package kz.sheshim.adapter.drools;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import kz.sheshim.engine.Plan;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.index.TableIndex;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Ruleset;
import org.jspecify.annotations.Nullable;

/** One rule for each table, which asks an index of the table's rows. Sessions are used again: as many are kept as were ever in use at a time. */
final class TableRuleBase implements RuleBase {
    private final CompiledRules rules;
    private final Map<String, TableIndex> indexes = new HashMap<>();
    private final String[] groups;
    private final Derivations derivations;
    private final ConcurrentLinkedDeque<TableSession> idle = new ConcurrentLinkedDeque<>();

    TableRuleBase(CompiledRules rules, Ruleset ruleset) {
        this.rules = rules;
        this.groups =
                Plan.of(ruleset).parts().stream().map(TableRulesDrl::group).toArray(String[]::new);
        this.derivations = new Derivations(rules);
        ruleset.tables().forEach(table -> indexes.put(table.id(), new TableIndex(table, rules.layout())));
    }

    @Override
    public Session open(Facts facts) {
        TableSession session = idle.pollFirst();
        if (session == null) {
            session = new TableSession(rules.newLeanSession(), indexes, groups, derivations, idle::addFirst);
        }
        session.begin(facts);
        return session;
    }

    @Override
    public void close() {
        for (@Nullable TableSession session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            session.dispose();
        }
        rules.close();
    }
}
