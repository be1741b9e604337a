package kz.sheshim.bench.synthetic;

import org.openl.rules.runtime.RulesEngineFactory;

/** OpenL Tablets: rules compiled once in execution mode, conditions in the simplified form that it indexes, called through a typed interface. */
final class OpenlEngine extends TableEngine<Application> {
    private final OpenlTables tables;

    OpenlEngine() {
        RulesEngineFactory<OpenlTables> factory =
                new RulesEngineFactory<>(OpenlEngine.class.getResource("/synthetic/openl.xlsx"), OpenlTables.class);
        factory.setExecutionMode(true);
        tables = factory.newEngineInstance();
    }

    @Override
    Application inputs(Application application) {
        return application;
    }

    @Override
    void examine(Application application, Application inputs, Findings findings) {
        for (DocumentKind kind : tables.required(
                application.service(),
                application.category(),
                application.filedBy(),
                application.hasIdentityDocument(),
                application.citizenship(),
                application.age())) {
            findings.require(kind);
        }
        for (Document document : application.documents()) {
            for (String code : tables.translation(
                    application.script(),
                    document.kind(),
                    document.translated(),
                    document.notarised(),
                    application.category())) {
                findings.translation(code, document.kind());
            }
        }
        for (String code : tables.denial(
                application.service(),
                application.channel(),
                application.category(),
                application.filedBy(),
                application.citizenship(),
                application.age(),
                application.hasIdentityDocument(),
                application.consentGiven(),
                application.certifiedByHead(),
                application.previousIin())) {
            findings.denial(code);
        }
    }

    @Override
    Answer conclude(Application application, Application inputs, Findings findings) {
        Outcome verdict = tables.verdict(
                application.service(),
                findings.denials(),
                findings.fatal(),
                findings.missing(),
                findings.expired(),
                findings.translation());
        return findings.answer(
                verdict, tables.route(verdict, application.service(), application.channel(), application.category()));
    }
}
