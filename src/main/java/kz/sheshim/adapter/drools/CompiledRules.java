package kz.sheshim.adapter.drools;

import java.util.HashMap;
import java.util.Map;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.vocabulary.Vocabulary;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.ThreadSafeOption;

/** What Drools made of a ruleset, under a release id and with a class loader of its own. */
final class CompiledRules {
    private final FactLayout layout;
    private final Vocabulary vocabulary;
    private final KieServices services;
    private final ReleaseId release;
    private final KieContainer container;
    private final KieBase rules;
    private final Map<String, FactType> types = new HashMap<>();

    CompiledRules(Vocabulary vocabulary, KieServices services, ReleaseId release, KieContainer container) {
        this.layout = new FactLayout(vocabulary);
        this.vocabulary = vocabulary;
        this.services = services;
        this.release = release;
        this.container = container;
        this.rules = container.getKieBase();
        vocabulary
                .entities()
                .forEach(entity -> types.put(entity.name(), rules.getFactType(DeclaredTypes.PACKAGE, entity.type())));
    }

    FactLayout layout() {
        return layout;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    KieBase base() {
        return rules;
    }

    /** A session in the plain way of Drools. */
    KieSession newSession() {
        return rules.newKieSession();
    }

    /** A session that one thread uses at a time, and that fires a rule as soon as it matches, since nothing of a part needs to wait for the rest of it. */
    KieSession newLeanSession() {
        KieSessionConfiguration lean = services.newKieSessionConfiguration();
        lean.setOption(ThreadSafeOption.NO);
        lean.setOption(DirectFiringOption.YES);
        return rules.newKieSession(lean, null);
    }

    /** The declared type of an entity. */
    FactType type(String entity) {
        FactType type = types.get(entity);
        if (type == null) {
            throw new IllegalArgumentException("not compiled: " + entity);
        }
        return type;
    }

    Object newInstance(FactType type, int index) {
        try {
            Object object = type.newInstance();
            type.set(object, DeclaredTypes.INDEX, index);
            return object;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a declared type cannot be made: " + type.getName(), e);
        }
    }

    void close() {
        container.dispose();
        services.getRepository().removeKieModule(release);
    }
}
