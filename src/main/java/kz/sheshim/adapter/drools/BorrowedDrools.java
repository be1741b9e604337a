package kz.sheshim.adapter.drools;

import org.drools.base.definitions.rule.impl.RuleImpl;
import org.kie.api.definition.rule.Rule;

/**
 * The part of Drools that is not its public interface, and that {@link DroolsCompiler} needs. Tried with Drools 10.2.0. A test says
 * whether it is gone after an update.
 */
final class BorrowedDrools {
    private BorrowedDrools() {}

    /** The ruleflow-group of a compiled rule, also one that it has from its package. */
    static String group(Rule rule) {
        return ((RuleImpl) rule).getAgendaGroup();
    }
}
