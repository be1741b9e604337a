package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.List;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.phreak.RuleAgendaItem;
import org.drools.core.reteoo.AlphaTerminalNode;
import org.drools.core.reteoo.PathMemory;
import org.drools.core.reteoo.RuleTerminalNode;
import org.drools.core.reteoo.TerminalNode;
import org.kie.api.runtime.KieSession;

/**
 * What a session that fires directly keeps of rules with one pattern after their facts are gone: their matches, and in them what an applicant said. Drools forgets them only in
 * sessions that fire in turn (apache/incubator-kie-drools#6361).
 */
final class DormantMatches {
    private final List<PathMemory> memories = new ArrayList<>();

    DormantMatches(KieSession session) {
        for (TerminalNode[] nodes : ((InternalRuleBase) session.getKieBase())
                .getReteooBuilder()
                .getTerminalNodes()
                .values()) {
            for (TerminalNode node : nodes) {
                if (node instanceof RuleTerminalNode rule
                        && rule.getLeftTupleSource() instanceof AlphaTerminalNode pattern
                        && !pattern.getObjectType().isAssignableFrom(Examiner.class)) {
                    memories.add(((ReteEvaluator) session).getNodeMemory(rule));
                }
            }
        }
    }

    /** Once no fact is left that these rules could match. */
    void forget() {
        for (PathMemory memory : memories) {
            RuleAgendaItem rule = memory.getRuleAgendaItem();
            if (rule != null) {
                rule.getRuleExecutor().getDormantMatches().clear();
            }
        }
    }
}
