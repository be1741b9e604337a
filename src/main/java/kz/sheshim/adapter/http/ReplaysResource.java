package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.policy.Revision;
import kz.sheshim.replay.ReplayDecision;
import kz.sheshim.vocabulary.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Replays recorded decisions. */
@Path("/api/v1/decisions/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class ReplaysResource {
    private final ReplayDecision replay;
    private final JsonParser parser;

    ReplaysResource(ReplayDecision replay, JsonParser parser) {
        this.replay = replay;
        this.parser = parser;
    }

    @POST
    @RolesAllowed("auditor")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "replayDecision",
            summary = "Replay a decision",
            description =
                    "Decides the recorded application again, by the revision of the decision or by another stored revision, and compares the verdicts. Nothing is recorded.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReplayRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Both verdicts and their differences",
            content = @Content(schema = @Schema(implementation = ReplayView.class)))
    @APIResponse(responseCode = "404", description = "There is no such decision or revision", ref = "Problem")
    public Response replay(
            @PathParam("id") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            byte[] request,
            @Context HttpHeaders headers) {
        AcceptLanguage accepted = AcceptLanguage.of(headers);
        return replay.replay(DecisionIds.read(id), revision(request))
                .map(each -> {
                    Language language = accepted.in(each.recorded().ruleset());
                    return AcceptLanguage.answer(Response.ok(ReplayView.of(each, language)), language);
                })
                .orElseThrow(() -> DecisionIds.unknown(id));
    }

    /** The body of a replay; without a revision the recorded one is meant. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReplayRequest(@Nullable String revision) {}

    private @Nullable Revision revision(byte[] request) {
        Object revision =
                Members.of(request, List.of(), List.of("revision"), parser).get("revision");
        return revision == null ? null : Parameters.revision("revision", revision);
    }
}
