package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.Moments;
import kz.sheshim.publication.Activity;
import kz.sheshim.publication.Dossier;
import kz.sheshim.publication.Dossiers;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftId;
import kz.sheshim.publication.DraftRefused;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.OrderDossier;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an approver must know of a draft, and on which recorded applications its effect is found out. */
@Path("/api/v1/drafts/{id}/dossier")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"analyst", "approver", "emergency", "auditor"})
@Tag(name = "Publication")
public class DossiersResource {
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final OrderDossier orders;
    private final KnownCodes codes;
    private final JsonParser parser;
    private final Clock clock;

    DossiersResource(
            Drafts drafts, Dossiers dossiers, OrderDossier orders, KnownCodes codes, JsonParser parser, Clock clock) {
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.orders = orders;
        this.codes = codes;
        this.parser = parser;
        this.clock = clock;
    }

    /** What is being done for a dossier. */
    record ProgressView(String progress) {}

    /** What was ordered, and what is being done for it. */
    record OrderView(
            String progress,
            @Schema(description = "Which recorded applications are decided again; a member that is left out: any")
                    Map<String, Object> selection,
            @Schema(format = "date-time", description = "The dossier that was ordered is not made before")
                    String orderedAt) {}

    /** Which recorded applications are decided again; without members the newest ones, as the settings say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DossierRequest(
            @Schema(format = "date", description = "First day of filing") @Nullable String from,
            @Schema(format = "date", description = "Last day of filing") @Nullable String to,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable String submitter,
            @Schema(description = "Only so many of the newest, or all; by default sheshim.drafts.impact-on") @Nullable
                    String newest) {}

    @GET
    @Operation(
            operationId = "readDossier",
            summary = "What an approver must know of the newest version",
            description = "Findings, scenarios, differences, and the effect on recorded decisions. It is made in the"
                    + " background: while it is not ready, the answer is 202 with what is being done. Only"
                    + " auditors see which decisions are concerned; others see counts.")
    @APIResponse(
            responseCode = "200",
            description = "The dossier",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is being made",
            content = @Content(schema = @Schema(implementation = ProgressView.class)))
    @APIResponse(responseCode = "409", description = "It could not be made", ref = "Problem")
    public Response read(@PathParam("id") String id, @Context SecurityContext security) {
        DraftId draftId = DraftInputs.id(id);
        Draft draft = drafts.get(draftId);
        boolean readsDecisions = Caller.of(security).readsAll();
        Optional<Dossier> dossier = drafts.dossier(draft);
        String progress = drafts.progress(draft).map(Activity::text).orElse(null);
        Phrase failure = drafts.dossierFailure(draft).orElse(null);
        if (dossier.isPresent()) {
            return Response.ok(DossierView.of(
                            draft,
                            dossier.get(),
                            progress,
                            failure == null ? null : failure.toString(),
                            clock.instant(),
                            parser,
                            dossiers::recordedSince,
                            readsDecisions))
                    .build();
        }
        if (failure != null) {
            throw new DraftRefused(
                    DraftRefused.Reason.NO_DOSSIER,
                    Phrase.of("The dossier could not be made: {0}. Order it to let the service try again.", failure));
        }
        return later(new ProgressView(progress(progress)));
    }

    @POST
    @RolesAllowed({"analyst", "approver", "emergency"})
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "orderDossier",
            summary = "Make the dossier anew, with its effect on selected applications",
            description =
                    "The dossier says what was selected (content.impact.selection). The one before stays until the new"
                            + " one is ready. Another order, or a new version, takes the place of this one. Only auditors"
                            + " select by submitter or ground, or a number that is not a multiple of 1,000.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DossierRequest.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is being made",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "400",
            description = "A condition cannot be read, names a code that nobody knows, or only an auditor may use it",
            ref = "Problem")
    @APIResponse(responseCode = "409", description = "The draft is approved, or has ended", ref = "Problem")
    public Response order(byte[] body, @PathParam("id") String id, @Context SecurityContext security) {
        Map<?, ?> request = Members.of(body, List.of(), Selections.MEMBERS, parser);
        Selection selection = Selections.of(
                request, Selections.newestOrAll(request, orders.usual().newest()));
        if (!Caller.of(security).readsAll()) {
            Selections.requireRough(selection, orders.usual());
        }
        codes.require(selection);
        String orderedAt = Moments.text(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        String progress = progress(drafts.progress(orders.order(DraftInputs.id(id), selection))
                .map(Activity::text)
                .orElse(null));
        return later(new OrderView(progress, selection.json(), orderedAt));
    }

    @DELETE
    @RolesAllowed({"analyst", "approver", "emergency"})
    @Operation(
            operationId = "cancelDossier",
            summary = "Cancel what is being made for a dossier",
            description = "On the service that makes it. A dossier that is there stays.")
    @APIResponse(responseCode = "204", description = "It ends soon, or nothing was being made")
    public void cancel(@PathParam("id") String id) {
        orders.cancel(DraftInputs.id(id));
    }

    private static String progress(@Nullable String progress) {
        return progress == null ? Activity.WAITING.text() : progress;
    }

    private static Response later(Object view) {
        return Response.accepted(view).header(HttpHeaders.RETRY_AFTER, 1).build();
    }
}
