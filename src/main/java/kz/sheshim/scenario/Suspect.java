package kz.sheshim.scenario;

import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be why a scenario fails: a rule that matches or is open, or (without a rule) that no rule of a table matches, or (without a table) that no
 * rule of any table gives what is expected.
 *
 * @param open the rule does not match yet: a fact that it reads is not known
 * @param lost what no rule gives
 */
record Suspect(@Nullable String table, @Nullable RuleId rule, boolean open, @Nullable String lost) {
    static Suspect matched(RuleId rule) {
        return new Suspect(rule.table(), rule, false, null);
    }

    static Suspect open(RuleId rule) {
        return new Suspect(rule.table(), rule, true, null);
    }

    static Suspect nobodyGives(String name) {
        return new Suspect(null, null, false, name);
    }

    static Suspect none(DecisionTable table) {
        return new Suspect(table.id(), null, false, null);
    }
}
