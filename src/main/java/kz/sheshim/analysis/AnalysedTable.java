package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.facts.Truth;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;

/**
 * A table with the cases of its rules.
 *
 * @param rules those that can match, in the order of the rows
 * @param never those that cannot
 */
record AnalysedTable(DecisionTable table, CaseSpace space, List<Cases> rules, List<Rule> never) {

    /**
     * The cases of a rule.
     *
     * @param holds in which it holds
     * @param possible in which it is not ruled out
     */
    record Cases(Rule rule, Region holds, Region possible) {}

    static AnalysedTable of(DecisionTable table, CaseSpace space) {
        List<Cases> rules = new ArrayList<>();
        List<Rule> never = new ArrayList<>();
        for (Rule rule : table.rules()) {
            Region possible = space.region(table, rule, Truth.UNKNOWN).orElse(null);
            Region holds = space.region(table, rule, Truth.TRUE).orElse(null);
            if (holds == null || possible == null) {
                never.add(rule);
            } else {
                rules.add(new Cases(rule, holds, possible));
            }
        }
        return new AnalysedTable(table, space, rules, never);
    }
}
