package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import kz.sheshim.adapter.http.DecisionIds;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.LegalBasis;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.erasure.CaseFiles;
import kz.sheshim.erasure.EraseCases;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Order;
import kz.sheshim.log.Publication;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Erases the case file of a decision, or holds it. The page shows nothing of the case: an archivist need not be allowed to read it. */
@Path("/desk/decisions/{id}/erasure")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("archivist")
public class ErasurePages {
    private final Desk desk;
    private final DecisionLogReader log;
    private final EraseCases erase;
    private final CaseFiles cases;
    private final Clock clock;

    ErasurePages(Desk desk, DecisionLogReader log, EraseCases erase, CaseFiles cases, Clock clock) {
        this.desk = desk;
        this.log = log;
        this.erase = erase;
        this.cases = cases;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance erasure(
                String id, long entry, String basisForm, int maxReason, CaseFiles.Hold hold);
    }

    @GET
    public TemplateInstance form(@PathParam("id") String id) {
        DecisionId decision = DecisionIds.read(id);
        try {
            long entry = log.find(decision)
                    .orElseThrow(() -> DecisionIds.unknown(id))
                    .number()
                    .value();
            return desk.page(Templates.erasure(
                    decision.toString(),
                    entry,
                    LegalBasis.CODE,
                    Publication.MAX_REASON,
                    cases.hold(decision).orElseThrow(() -> DecisionIds.unknown(id))));
        } catch (CaseErased done) {
            return desk.page(DecisionPages.Templates.erased(done.erasure(), List.of()));
        }
    }

    @POST
    public Response erase(
            @PathParam("id") String id,
            @FormParam("basis") @Nullable String basis,
            @FormParam("reason") @Nullable String reason,
            @FormParam("sure") @Nullable String sure) {
        DecisionId decision = DecisionIds.read(id);
        if (sure == null) {
            throw Problems.badParameter("sure", Phrase.of("{0} must be ticked: an erasure cannot be undone.", "sure"));
        }
        if (erase.erase(decision, order(basis, reason)).isEmpty()) {
            throw DecisionIds.unknown(id);
        }
        return page(decision);
    }

    @POST
    @Path("/hold")
    public Response hold(
            @PathParam("id") String id,
            @FormParam("basis") @Nullable String basis,
            @FormParam("reason") @Nullable String reason) {
        DecisionId decision = DecisionIds.read(id);
        if (!cases.hold(decision, order(basis, reason), clock.instant())) {
            throw DecisionIds.unknown(id);
        }
        return page(decision);
    }

    @POST
    @Path("/release")
    public Response release(@PathParam("id") String id, @FormParam("reason") @Nullable String reason) {
        DecisionId decision = DecisionIds.read(id);
        if (!cases.release(decision, DraftInputs.said("reason", reason), desk.submitter(), clock.instant())) {
            throw DecisionIds.notHeld(id);
        }
        return page(decision);
    }

    private Order order(@Nullable String basis, @Nullable String reason) {
        String code = LegalBasis.checked(basis == null ? "" : basis.strip());
        return new Order(code, DraftInputs.said("reason", reason), desk.submitter());
    }

    private static Response page(DecisionId decision) {
        return Shown.page(DecisionPages.PATH + decision + "/erasure").build();
    }
}
