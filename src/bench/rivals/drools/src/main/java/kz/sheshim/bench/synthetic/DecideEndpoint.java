package kz.sheshim.bench.synthetic;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.kie.api.runtime.KieRuntimeBuilder;
import org.kie.api.runtime.KieSession;

/** A session for each request, as the guide of the extension shows. Around the tables, Java does the same as for the other engines. */
@Path("/decide")
public class DecideEndpoint {

    @Inject
    KieRuntimeBuilder runtime;

    @POST
    public Answer decide(Application application) {
        KieSession session = runtime.newKieSession();
        try {
            Findings findings = new Findings();
            session.setGlobal("findings", findings);
            session.insert(application);
            application.documents().forEach(session::insert);
            session.fireAllRules();
            findings.lookFor(application);
            Conclusion conclusion = new Conclusion(application.service(), findings);
            session.insert(conclusion);
            session.fireAllRules();
            return findings.answer(conclusion.getVerdict(), conclusion.getRoute());
        } finally {
            session.dispose();
        }
    }
}
