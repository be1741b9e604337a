package kz.sheshim.bench.synthetic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** KIE DMN: one runtime, contexts filled beforehand, as few evaluations as the order of an answer allows. */
final class KieEngine extends TableEngine<KieEngine.Inputs> {

    /** The context of an application, and of each of its documents. */
    record Inputs(DMNContext application, List<DMNContext> documents) {}

    private final DMNRuntime runtime;
    private final DMNModel model;

    KieEngine() {
        Resource resource = ResourceFactory.newInputStreamResource(SyntheticWork.resource("kie.dmn"));
        resource.setSourcePath("kie.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
    }

    @Override
    Inputs inputs(Application application) {
        List<DMNContext> documents = new ArrayList<>();
        for (Document document : application.documents()) {
            DMNContext context = runtime.newContext();
            context.set("script", application.script().name());
            context.set("docKind", document.kind().name());
            context.set("translated", document.translated());
            context.set("notarised", document.notarised());
            context.set("category", application.category().name());
            documents.add(context);
        }
        DMNContext context = runtime.newContext();
        context.set("service", application.service().name());
        context.set("channel", application.channel().name());
        context.set("category", application.category().name());
        context.set("filedBy", application.filedBy().name());
        context.set("citizenship", application.citizenship().name());
        context.set("age", BigDecimal.valueOf(application.age()));
        context.set("hasIdentityDocument", application.hasIdentityDocument());
        context.set("consentGiven", application.consentGiven());
        context.set("certifiedByHead", application.certifiedByHead());
        context.set("previousIin", application.previousIin());
        return new Inputs(context, documents);
    }

    @Override
    void examine(Application application, Inputs inputs, Findings findings) {
        DMNResult examined = evaluate(inputs.application(), "required", "denial");
        for (String kind : values(examined, "required")) {
            findings.require(DocumentKind.valueOf(kind));
        }
        for (String code : values(examined, "denial")) {
            findings.denial(code);
        }
        for (int i = 0; i < inputs.documents().size(); i++) {
            for (String code : values(evaluate(inputs.documents().get(i), "translation"), "translation")) {
                findings.translation(code, application.documents().get(i).kind());
            }
        }
    }

    @Override
    Answer conclude(Application application, Inputs inputs, Findings findings) {
        DMNContext context = runtime.newContext();
        context.set("service", application.service().name());
        context.set("channel", application.channel().name());
        context.set("category", application.category().name());
        context.set("denials", BigDecimal.valueOf(findings.denials()));
        context.set("fatal", findings.fatal());
        context.set("missing", BigDecimal.valueOf(findings.missing()));
        context.set("expired", BigDecimal.valueOf(findings.expired()));
        context.set("translation", BigDecimal.valueOf(findings.translation()));
        DMNContext concluded = evaluate(context, "route").getContext();
        Map<?, ?> route = (Map<?, ?>) concluded.get("route");
        return findings.answer(
                Outcome.valueOf((String) concluded.get("verdict")),
                new Route((String) route.get("queue"), ((BigDecimal) route.get("term")).intValue()));
    }

    private DMNResult evaluate(DMNContext context, String... decisions) {
        return runtime.evaluateById(model, context, decisions);
    }

    @SuppressWarnings("unchecked")
    private static List<String> values(DMNResult result, String decision) {
        List<String> values = (List<String>) result.getContext().get(decision);
        return values == null ? List.of() : values;
    }
}
