package kz.sheshim.adapter.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.sheshim.adapter.http.contract.ApplicationSchema;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.json.DecisionView;
import kz.sheshim.vocabulary.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finds verdicts without recording them: a check before filing, when facts may still be missing. */
@Path("/api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake", "analyst", "approver"})
@Tag(name = "Decisions")
public class AssessmentsResource {
    private final DecideApplication decide;
    private final Deciding deciding;

    AssessmentsResource(DecideApplication decide, Deciding deciding) {
        this.decide = decide;
        this.deciding = deciding;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "assess",
            summary = "Assess an application",
            description = "The verdict is the one that a decision would have. It is not recorded.")
    @RequestBody(content = @Content(schema = @Schema(ref = ApplicationSchema.SCHEMA)), required = true)
    @APIResponse(
            responseCode = "200",
            description = "The verdict",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON, or a member appears twice", ref = "Problem")
    @APIResponse(responseCode = "413", description = "The body is too large", ref = "Problem")
    @APIResponse(
            responseCode = "422",
            description = "The application cannot be read. The problem lists every fault.",
            ref = "Problem")
    @NonBlocking
    public CompletionStage<Response> assess(byte[] application, @Context HttpHeaders headers) {
        AcceptLanguage accepted = AcceptLanguage.of(headers);
        return deciding.run(() -> CompletableFuture.completedFuture(decide.assess(application)), assessed -> {
            Language language = accepted.in(assessed.ruleset());
            return AcceptLanguage.answer(Response.ok(DecisionView.of(assessed, language)), language);
        });
    }
}
