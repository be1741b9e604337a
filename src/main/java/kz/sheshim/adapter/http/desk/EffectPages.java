package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.KnownCodes;
import kz.sheshim.adapter.http.Selections;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.OrderDossier;
import org.jspecify.annotations.Nullable;

/** On which recorded applications the effect of a draft is found out. */
@Path("/desk/drafts/{id}/effect")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"analyst", "approver", "emergency"})
public class EffectPages {
    private final Desk desk;
    private final Drafts drafts;
    private final OrderDossier orders;
    private final KnownCodes codes;

    EffectPages(Desk desk, Drafts drafts, OrderDossier orders, KnownCodes codes) {
        this.desk = desk;
        this.drafts = drafts;
        this.orders = orders;
        this.codes = codes;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance effect(
                Draft draft,
                String progress,
                @Nullable Said failure,
                String newest,
                Map<String, String> outcomes,
                Map<String, String> grounds);

        static native TemplateInstance effectProgress(Draft draft, String progress, @Nullable Said failure);
    }

    /** The page; for htmx, which asks while the dossier is made, the part that changes. */
    @GET
    public TemplateInstance show(@PathParam("id") String id, @HeaderParam("HX-Request") @Nullable String partly) {
        Draft draft = drafts.get(DraftInputs.id(id));
        String progress = drafts.progress(draft).map(desk::activity).orElse("");
        Said failure = drafts.dossierFailure(draft).map(desk::say).orElse(null);
        Integer usual = orders.usual().newest();
        return desk.page(
                partly == null
                        ? Templates.effect(
                                draft,
                                progress,
                                failure,
                                usual == null ? "" : usual.toString(),
                                FoundDecision.outcomes(desk.inForce().catalogue(), desk.language()),
                                FoundDecision.grounds(desk.inForce().catalogue(), desk.language()))
                        : Templates.effectProgress(draft, progress, failure));
    }

    /** Makes the dossier anew. An empty field: any; without a number, all applications. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response order(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        Map<String, String> filled = new HashMap<>();
        form.forEach((name, values) -> {
            String value = values.get(0).strip();
            if (!value.isEmpty()) {
                filled.put(name, value);
            }
        });
        String newest = filled.get("newest");
        Selection selection = Selections.of(filled, newest == null ? null : Selections.newest(newest));
        if (!desk.is(Role.AUDITOR)) {
            Selections.requireRough(selection, orders.usual());
        }
        codes.require(selection);
        orders.order(DraftInputs.id(id), selection);
        return back(id);
    }

    @POST
    @Path("/cancel")
    public Response cancel(@PathParam("id") String id) {
        orders.cancel(DraftInputs.id(id));
        return back(id);
    }

    private static Response back(String id) {
        return Shown.page("/desk/drafts/" + DraftInputs.id(id) + "/effect").build();
    }
}
