package kz.sheshim.bench.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** Camunda DMN with its legacy FEEL: decisions parsed once, variables put into maps beforehand. */
final class CamundaEngine extends TableEngine<CamundaEngine.Inputs> {

    /** The variables of an application, and of each of its documents. */
    record Inputs(VariableMap application, List<VariableMap> documents) {}

    private final DmnEngine engine;
    private final DmnDecision required;
    private final DmnDecision translation;
    private final DmnDecision denial;
    private final DmnDecision verdict;
    private final DmnDecision route;

    CamundaEngine() {
        engine = ((DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration())
                .enableFeelLegacyBehavior(true)
                .buildEngine();
        DmnDecisionRequirementsGraph graph =
                engine.parseDecisionRequirementsGraph(SyntheticWork.resource("camunda.dmn"));
        required = graph.getDecision("required");
        translation = graph.getDecision("translation");
        denial = graph.getDecision("denial");
        verdict = graph.getDecision("verdict");
        route = graph.getDecision("route");
    }

    @Override
    Inputs inputs(Application application) {
        List<VariableMap> documents = new ArrayList<>();
        for (Document document : application.documents()) {
            documents.add(Variables.createVariables()
                    .putValue("script", application.script().name())
                    .putValue("docKind", document.kind().name())
                    .putValue("translated", document.translated())
                    .putValue("notarised", document.notarised())
                    .putValue("category", application.category().name()));
        }
        return new Inputs(
                Variables.createVariables()
                        .putValue("service", application.service().name())
                        .putValue("channel", application.channel().name())
                        .putValue("category", application.category().name())
                        .putValue("filedBy", application.filedBy().name())
                        .putValue("citizenship", application.citizenship().name())
                        .putValue("age", application.age())
                        .putValue("hasIdentityDocument", application.hasIdentityDocument())
                        .putValue("consentGiven", application.consentGiven())
                        .putValue("certifiedByHead", application.certifiedByHead())
                        .putValue("previousIin", application.previousIin()),
                documents);
    }

    @Override
    void examine(Application application, Inputs inputs, Findings findings) {
        for (DmnDecisionRuleResult row : evaluate(required, inputs.application())) {
            findings.require(DocumentKind.valueOf(row.getFirstEntry()));
        }
        for (int i = 0; i < inputs.documents().size(); i++) {
            for (DmnDecisionRuleResult row :
                    evaluate(translation, inputs.documents().get(i))) {
                findings.translation(
                        row.getFirstEntry(), application.documents().get(i).kind());
            }
        }
        for (DmnDecisionRuleResult row : evaluate(denial, inputs.application())) {
            findings.denial(row.getFirstEntry());
        }
    }

    @Override
    Answer conclude(Application application, Inputs inputs, Findings findings) {
        String concluded = evaluate(
                        verdict,
                        Variables.createVariables()
                                .putValue("service", application.service().name())
                                .putValue("denials", findings.denials())
                                .putValue("fatal", findings.fatal())
                                .putValue("missing", findings.missing())
                                .putValue("expired", findings.expired())
                                .putValue("translation", findings.translation()))
                .getSingleEntry();
        DmnDecisionRuleResult row = evaluate(
                        route,
                        Variables.createVariables()
                                .putValue("verdict", concluded)
                                .putValue("service", application.service().name())
                                .putValue("channel", application.channel().name())
                                .putValue("category", application.category().name()))
                .getSingleResult();
        Number term = row.getEntry("term");
        return findings.answer(Outcome.valueOf(concluded), new Route(row.getEntry("queue"), term.intValue()));
    }

    private DmnDecisionTableResult evaluate(DmnDecision decision, VariableMap variables) {
        return engine.evaluateDecisionTable(decision, variables.asVariableContext());
    }
}
