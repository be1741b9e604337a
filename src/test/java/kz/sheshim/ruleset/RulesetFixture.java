package kz.sheshim.ruleset;

import java.util.List;
import java.util.Map;
import kz.sheshim.facts.Vocabulary;
import kz.sheshim.receipt.form.ReceiptForms;
import kz.sheshim.table.DecisionTable;

/** Rulesets of nothing but a vocabulary and tables. */
public final class RulesetFixture {
    private RulesetFixture() {}

    public static Ruleset of(Policy policy, Vocabulary vocabulary, List<DecisionTable> tables) {
        try {
            return new Ruleset(
                    policy,
                    vocabulary,
                    null,
                    tables,
                    null,
                    Map.of(),
                    ReceiptForms.NONE,
                    new Plan(vocabulary, tables),
                    null,
                    null);
        } catch (Plan.Cycle e) {
            throw new IllegalStateException(e);
        }
    }
}
