package kz.sheshim.adapter.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.erasure.RepeatErasures;
import kz.sheshim.log.Integration;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets a log go on that has stopped. */
@Path("/api/v1/log/resumption")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Log")
public class LogResumptionResource {
    private final Integration integration;
    private final RepeatErasures erasures;

    LogResumptionResource(Integration integration, RepeatErasures erasures) {
        this.integration = integration;
        this.erasures = erasures;
    }

    /**
     * What was done.
     *
     * @param resumed whether the log had stopped because the database does not continue what this service had seen
     * @param erasedAgain number of case files that had been erased and were in the database again
     * @param stopped why the log stands still for another reason, such as its key or a witness; null if it does not
     */
    record Resumption(boolean resumed, int erasedAgain, @Nullable String stopped) {}

    @POST
    @RolesAllowed("operator")
    @Operation(
            operationId = "resumeLog",
            summary = "Let a log go on that has stopped",
            description =
                    "For a database that was restored from an older backup: the log goes on from what the database holds, and the incident becomes an entry. Case files that had been erased are erased again. Witnesses that hold the longer log do not cosign it any more. Each replica that has stopped needs its own call.")
    @APIResponse(
            responseCode = "200",
            description = "What was done",
            content = @Content(schema = @Schema(implementation = Resumption.class)))
    @APIResponse(responseCode = "503", description = "Another service is at work; try again", ref = "Problem")
    public Resumption resume() {
        return integration
                .resume()
                .map(resumed -> new Resumption(
                        resumed,
                        erasures.repeat(),
                        (resumed ? integration.stoppedByWitness() : integration.stopped())
                                .map(Phrase::toString)
                                .orElse(null)))
                .orElseThrow(() -> Problems.overloaded(
                        Phrase.of("Another service takes entries into the tree at this moment. Try again.")));
    }
}
