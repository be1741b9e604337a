package kz.sheshim.adapter.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Entry;
import kz.sheshim.proof.ProveDecision;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Gives the proofs of recorded decisions. */
@Path("/api/v1/decisions/{id}/proof")
@Produces(MediaType.TEXT_PLAIN)
@Tag(name = "Decisions")
public class ProofsResource {
    private final DecisionLogReader log;
    private final ProveDecision proofs;

    ProofsResource(DecisionLogReader log, ProveDecision proofs) {
        this.log = log;
        this.proofs = proofs;
    }

    @GET
    @RolesAllowed({"intake", "auditor"})
    @Operation(
            operationId = "readProof",
            summary = "The proof of a decision",
            description =
                    "One file that shows, without asking this service, what was decided and that it stands in the log (C2SP tlog-proof). sheshim verify checks it.")
    @APIResponse(
            responseCode = "200",
            description = "The proof",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such decision, or the caller may not read it",
            ref = "Problem")
    @APIResponse(responseCode = "410", description = "The case file was erased", ref = "Problem")
    @APIResponse(responseCode = "503", description = "The entry is not in the tree yet", ref = "Problem")
    public Response proof(
            @PathParam("id") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @QueryParam("disclose")
                    @Parameter(
                            description =
                                    "The parts that the proof tells, separated by commas, such as outcome,grounds. By default all parts; without a name none")
                    @Nullable
                    String disclose,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Entry entry = Caller.of(security).find(log, DecisionIds.read(id)).orElseThrow(() -> DecisionIds.unknown(id));
        // An empty parameter is null, and discloses nothing
        byte[] proof = uri.getQueryParameters().containsKey("disclose")
                ? proofs.prove(entry, named(disclose, entry)::contains).bytes()
                : proofs.prove(entry, part -> true).bytes();
        return Response.ok(proof)
                .type("text/plain;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".tlog-proof\"")
                .build();
    }

    private Set<String> named(@Nullable String disclose, Entry entry) {
        Set<String> named = new TreeSet<>(List.of(disclose == null ? new String[0] : disclose.split(",", -1)));
        Set<String> known = proofs.parts(entry);
        if (!known.containsAll(named)) {
            throw Problems.badParameter(
                    "disclose",
                    Phrase.of("{0} must be parts of this decision: {1}.", "disclose", String.join(", ", known)));
        }
        return named;
    }
}
