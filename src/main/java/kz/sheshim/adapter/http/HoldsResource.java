package kz.sheshim.adapter.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.CaseFiles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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

    /** The reason to hold a case file. */
    record HoldRequest(@Schema(pattern = LegalBasis.CODE, description = "The code of the legal basis") String basis) {}

    @PUT
    @RolesAllowed("archivist")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "hold", summary = "Forbid to erase a case file")
    @RequestBody(content = @Content(schema = @Schema(implementation = HoldRequest.class)), required = true)
    @APIResponse(responseCode = "204", description = "It is held")
    @APIResponse(responseCode = "404", description = "There is no such decision", ref = "Problem")
    @APIResponse(responseCode = "410", description = "It was erased", ref = "Problem")
    public Response hold(@PathParam("id") String id, byte[] body) {
        String basis = LegalBasis.of(Members.of(body, List.of("basis"), parser));
        if (!cases.hold(DecisionIds.read(id), basis, clock.instant())) {
            throw DecisionIds.unknown(id);
        }
        return Response.noContent().build();
    }

    @DELETE
    @RolesAllowed("archivist")
    @Operation(operationId = "release", summary = "Allow again to erase a case file")
    @APIResponse(responseCode = "204", description = "It is not held any more")
    @APIResponse(responseCode = "404", description = "There is no such decision, or it is not held", ref = "Problem")
    public Response release(@PathParam("id") String id) {
        if (!cases.release(DecisionIds.read(id))) {
            throw Problems.notFound("The decision " + id + " does not exist, or is not held.");
        }
        return Response.noContent().build();
    }
}
