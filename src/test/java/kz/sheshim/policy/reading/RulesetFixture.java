package kz.sheshim.policy.reading;

import java.util.List;
import java.util.Map;
import kz.sheshim.policy.Policy;
import kz.sheshim.policy.ReceiptForms;
import kz.sheshim.policy.Retention;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Vocabulary;

/** Rulesets of nothing but a vocabulary and tables. */
public final class RulesetFixture {
    private RulesetFixture() {}

    public static Ruleset of(Policy policy, Vocabulary vocabulary, List<DecisionTable> tables) {
        return new Ruleset(
                policy,
                vocabulary,
                null,
                tables,
                null,
                Map.of(),
                ReceiptForms.NONE,
                Retention.NONE,
                null,
                null,
                Map.of());
    }
}
