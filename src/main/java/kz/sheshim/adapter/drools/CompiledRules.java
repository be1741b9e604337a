package kz.sheshim.adapter.drools;

import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;

/** What Drools made of a ruleset, under a release id and with a class loader of its own. */
final class CompiledRules {
    private final KieServices services;
    private final ReleaseId release;
    private final KieContainer container;
    private final KieBase rules;

    CompiledRules(KieServices services, ReleaseId release, KieContainer container) {
        this.services = services;
        this.release = release;
        this.container = container;
        this.rules = container.getKieBase();
    }

    KieBase base() {
        return rules;
    }

    /** A session that one thread uses at a time. */
    KieSession newSession() {
        KieSessionConfiguration lean = services.newKieSessionConfiguration();
        lean.setOption(ThreadSafeOption.NO);
        return rules.newKieSession(lean, null);
    }

    /** A declared type. */
    Class<?> type(String name) {
        FactType type = rules.getFactType(DeclaredTypes.PACKAGE, name);
        if (type == null) {
            throw new IllegalArgumentException("not compiled: " + name);
        }
        return type.getFactClass();
    }

    void close() {
        container.dispose();
        services.getRepository().removeKieModule(release);
    }
}
