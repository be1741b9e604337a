package kz.sheshim.engine;

import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Truth;
import kz.sheshim.table.RuleId;

/**
 * A rule on which the compiled rules and the reference do not agree.
 *
 * @param instance the instance that its table is evaluated for, or {@link FactPath#ONCE}
 * @param compiled what the index and the compiled rules make of it: false for a rule that was not proposed or did not fire
 * @param read what a plain reading of the row makes of it
 */
public record Disagreement(RuleId rule, int instance, Truth compiled, Truth read) {
    @Override
    public String toString() {
        return "rule " + rule + (instance == FactPath.ONCE ? "" : " for instance " + instance) + ": compiled "
                + compiled + ", read " + read;
    }
}
