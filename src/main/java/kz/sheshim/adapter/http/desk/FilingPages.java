package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.http.desk.CaseTrial.Outcome;
import kz.sheshim.adapter.http.problem.LogOutage;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.RecordedDecision;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.log.IdempotencyKeyReused;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Vocabulary;

/** Files a tried case as an application: it is decided and recorded as one that an intake system posts. */
@Path("/desk/applications")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("intake")
public class FilingPages {
    /** The input with the key under which the application is recorded once, however often its form is sent. */
    static final String KEY = "@key";

    /** The revision by which the case was tried. The law in force decides what is filed. */
    private static final String REVISION = "revision";

    private final Desk desk;
    private final CaseTrial trial;
    private final DecideApplication decide;
    private final LogOutage outage;

    FilingPages(Desk desk, CaseTrial trial, DecideApplication decide, LogOutage outage) {
        this.desk = desk;
        this.trial = trial;
        this.decide = decide;
        this.outage = outage;
    }

    /** The input of the reference. @param name its path */
    public record Reference(String name, String label, String text) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /** @param tried the other inputs of the case */
        static native TemplateInstance filing(
                Outcome outcome, Reference reference, String key, Map<String, List<String>> tried, String refused);
    }

    /** Names the consequence, and asks. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> typed) {
        byte[] application = application(typed);
        Outcome outcome = trial.outcome(null, application, vocabulary());
        return page(typed, outcome, newKey(), "", outcome.verdict() == null ? 422 : 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response file(MultivaluedMap<String, String> typed) {
        String key = Objects.requireNonNullElse(typed.getFirst(KEY), "");
        if (!IdempotencyKey.isKey(key)) {
            return begin(typed);
        }
        byte[] application = application(typed);
        Submitter submitter = desk.submitter();
        try {
            RecordedDecision recorded =
                    trial.decided(() -> decide.decide(application, submitter, new IdempotencyKey(key)));
            outage.worked();
            return Shown.page(DecisionPages.PATH + recorded.entry().decision().id())
                    .build();
        } catch (IdempotencyKeyReused another) {
            Outcome outcome = trial.outcome(null, application, vocabulary());
            String used = MessageBundles.get(TryWords.class, Localized.Literal.of(desk.tag()))
                    .recordedAnother();
            return page(typed, outcome, newKey(), used, 422);
        } catch (RuntimeException refused) {
            return page(typed, trial.failed(refused, vocabulary()), key, "", 422);
        }
    }

    /** The application as a program sends it. */
    @POST
    @Path("/application.json")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response asProgramsSendIt(MultivaluedMap<String, String> typed) {
        return Response.ok(application(typed))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"application.json\"")
                .build();
    }

    private Vocabulary vocabulary() {
        return desk.inForce().vocabulary();
    }

    private byte[] application(MultivaluedMap<String, String> typed) {
        return trial.application(new FormTexts(new HashMap<>(typed)), vocabulary());
    }

    private static String newKey() {
        return "desk-" + UUID.randomUUID();
    }

    private Response page(
            MultivaluedMap<String, String> typed, Outcome outcome, String key, String refused, int status) {
        FieldPath field = desk.inForce().policy().reference();
        String path = field.toString();
        Map<String, List<String>> tried = new HashMap<>(typed);
        tried.keySet().removeAll(List.of(KEY, REVISION, path));
        Reference reference = new Reference(
                path,
                vocabulary()
                        .field(field)
                        .map(each -> each.label().in(desk.language()))
                        .orElse(path),
                Objects.requireNonNullElse(typed.getFirst(path), ""));
        return Response.status(status)
                .entity(desk.page(Templates.filing(outcome, reference, key, tried, refused)))
                .build();
    }
}
