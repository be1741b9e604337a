package kz.sheshim.adapter.drools;

import kz.sheshim.engine.RuleBase;
import kz.sheshim.facts.Facts;
import org.kie.api.runtime.KieSession;

/** One rule for each row, run in a new session for each application. */
final class RowRuleBase implements RuleBase {
    private final CompiledRules rules;

    RowRuleBase(CompiledRules rules) {
        this.rules = rules;
    }

    @Override
    public Session open(Facts facts) {
        KieSession session = rules.newSession();
        try {
            return new RowSession(rules, session, facts);
        } catch (RuntimeException e) {
            session.dispose();
            throw e;
        }
    }

    @Override
    public void close() {
        rules.close();
    }
}
