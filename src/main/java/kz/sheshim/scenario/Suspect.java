package kz.sheshim.scenario;

import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.RuleId;
import org.jspecify.annotations.Nullable;

/** Something that can be why a scenario fails: a rule that matches, or (without a rule) that no rule of a table matches. */
record Suspect(String table, @Nullable RuleId rule) {
    static Suspect matched(RuleId rule) {
        return new Suspect(rule.table(), rule);
    }

    static Suspect none(DecisionTable table) {
        return new Suspect(table.id(), null);
    }
}
