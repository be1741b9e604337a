package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.erasure.CaseFiles;
import kz.sheshim.erasure.HoldStep;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.Moments;
import kz.sheshim.log.Order;
import kz.sheshim.log.Publication;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Holds case files that may not be erased for now. */
@Path("/api/v1/decisions/{id}/hold")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures")
public class HoldsResource {
    private final CaseFiles cases;
    private final JsonParser parser;
    private final Clock clock;

    HoldsResource(CaseFiles cases, JsonParser parser, Clock clock) {
        this.cases = cases;
        this.parser = parser;
        this.clock = clock;
    }

    /** The order to hold a case file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldRequest(
            @Schema(pattern = LegalBasis.CODE, description = "The code of the legal basis") String basis,
            @Schema(
                            description = "Why, in a few words that name nobody; it stays for ever",
                            maxLength = Publication.MAX_REASON)
                    @Nullable
                    String reason) {}

    /** Why a hold ends. */
    record ReleaseRequest(
            @Schema(
                            description = "Why, in a few words that name nobody; it stays for ever",
                            maxLength = Publication.MAX_REASON)
                    String reason) {}

    /** What somebody did with the hold. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldStepView(
            @Schema(enumeration = {"placed", "released"}) String kind,
            @Schema(format = "date-time") String at,
            @Schema(description = "Who did it; left out: an earlier version did not record it") @Nullable
                    String officer,
            @Schema(description = "The code of the legal basis; left out: it was released") @Nullable String basis,
            @Schema(description = "Why; left out: not said") @Nullable String reason) {
        static HoldStepView of(HoldStep step) {
            return new HoldStepView(
                    step.placed() ? "placed" : "released",
                    Moments.text(step.at()),
                    step.officer() == null ? null : step.officer().name(),
                    step.basis().isEmpty() ? null : step.basis(),
                    step.reason().isEmpty() ? null : step.reason());
        }
    }

    /** Whether a case file is held, and what was done with its hold, in the order of time. */
    record HoldView(boolean held, List<HoldStepView> steps) {
        static HoldView of(CaseFiles.Hold hold) {
            return new HoldView(
                    hold.held(), hold.steps().stream().map(HoldStepView::of).toList());
        }
    }

    @GET
    @RolesAllowed({"archivist", "auditor"})
    @Operation(
            operationId = "getHold",
            summary = "Who holds a case file",
            description = "Who placed and released legal holds, when and why. It stays after an erasure.")
    @APIResponse(
            responseCode = "200",
            description = "The hold",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    @APIResponse(responseCode = "404", description = "There is no such decision", ref = "Problem")
    public HoldView hold(@PathParam("id") String id) {
        return cases.hold(DecisionIds.read(id)).map(HoldView::of).orElseThrow(() -> DecisionIds.unknown(id));
    }

    @PUT
    @RolesAllowed("archivist")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "hold", summary = "Forbid to erase a case file")
    @RequestBody(content = @Content(schema = @Schema(implementation = HoldRequest.class)), required = true)
    @APIResponse(responseCode = "204", description = "It is held")
    @APIResponse(responseCode = "404", description = "There is no such decision", ref = "Problem")
    @APIResponse(responseCode = "410", description = "It was erased", ref = "Problem")
    public Response hold(@PathParam("id") String id, byte[] body, @Context SecurityContext security) {
        Map<?, ?> members = Members.of(body, List.of("basis"), List.of("reason"), parser);
        Object reason = members.get("reason");
        Order order = new Order(
                LegalBasis.of(members),
                reason == null ? "" : DraftInputs.said("reason", reason),
                Caller.of(security).submitter());
        if (!cases.hold(DecisionIds.read(id), order, clock.instant())) {
            throw DecisionIds.unknown(id);
        }
        return Response.noContent().build();
    }

    @DELETE
    @RolesAllowed("archivist")
    @Operation(operationId = "release", summary = "Allow again to erase a case file")
    @APIResponse(responseCode = "204", description = "It is not held any more")
    @APIResponse(responseCode = "404", description = "There is no such decision, or it is not held", ref = "Problem")
    public Response release(@PathParam("id") String id, @Context SecurityContext security) {
        return release(id, "", security);
    }

    @POST
    @Path("/release")
    @RolesAllowed("archivist")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "releaseBecause", summary = "Allow again to erase a case file, and say why")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReleaseRequest.class)), required = true)
    @APIResponse(responseCode = "204", description = "It is not held any more")
    @APIResponse(responseCode = "404", description = "There is no such decision, or it is not held", ref = "Problem")
    public Response releaseBecause(@PathParam("id") String id, byte[] body, @Context SecurityContext security) {
        Map<?, ?> members = Members.of(body, List.of("reason"), parser);
        return release(id, DraftInputs.said("reason", members.get("reason")), security);
    }

    private Response release(String id, String reason, SecurityContext security) {
        if (!cases.release(DecisionIds.read(id), reason, Caller.of(security).submitter(), clock.instant())) {
            throw DecisionIds.notHeld(id);
        }
        return Response.noContent().build();
    }
}
