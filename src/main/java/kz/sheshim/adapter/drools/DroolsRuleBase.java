package kz.sheshim.adapter.drools;

import java.util.HashMap;
import java.util.Map;
import kz.sheshim.decision.RuleBase;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Vocabulary;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** The rule base of one revision. */
final class DroolsRuleBase implements RuleBase {
    private final Vocabulary vocabulary;
    private final KieServices services;
    private final ReleaseId release;
    private final KieContainer container;
    private final KieBase rules;
    private final Map<String, FactType> types = new HashMap<>();

    DroolsRuleBase(Vocabulary vocabulary, KieServices services, ReleaseId release, KieContainer container) {
        this.vocabulary = vocabulary;
        this.services = services;
        this.release = release;
        this.container = container;
        this.rules = container.getKieBase();
        vocabulary
                .entities()
                .forEach(entity -> types.put(entity.name(), rules.getFactType(DeclaredTypes.PACKAGE, entity.type())));
    }

    @Override
    public Session open(Facts facts) {
        KieSession session = rules.newKieSession();
        try {
            return new DroolsSession(vocabulary, types, session, facts);
        } catch (RuntimeException e) {
            session.dispose();
            throw e;
        }
    }

    @Override
    public void close() {
        container.dispose();
        services.getRepository().removeKieModule(release);
    }
}
