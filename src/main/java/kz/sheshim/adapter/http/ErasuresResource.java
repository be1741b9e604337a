package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.CaseFiles;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Moments;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Erases case files, and holds those that may not be erased for now. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures")
public class ErasuresResource {
    /** A code: the log keeps it for ever, so it cannot be a text that may name somebody. */
    private static final String BASIS = "[a-z0-9][a-z0-9.-]{0,63}";

    private final CaseFiles cases;
    private final JsonParser parser;
    private final Clock clock;

    ErasuresResource(CaseFiles cases, JsonParser parser, Clock clock) {
        this.cases = cases;
        this.parser = parser;
        this.clock = clock;
    }

    /** An order to erase a case file. */
    record ErasureRequest(
            @Schema(format = "uuid") String decision,
            @Schema(pattern = BASIS, description = "The code of the legal basis") String basis) {}

    /** The reason to hold a case file. */
    record HoldRequest(@Schema(pattern = BASIS, description = "The code of the legal basis") String basis) {}

    /** An erasure: its entry, and the entry whose case file is gone. */
    record ErasureView(
            long entry,
            @Schema(format = "date-time") String erasedAt,
            @Schema(format = "uuid") String decision,
            long erasedEntry,
            String basis) {
        static ErasureView of(Erasure erasure) {
            return new ErasureView(
                    erasure.entry().value(),
                    Moments.text(erasure.at()),
                    erasure.decision().toString(),
                    erasure.erased().value(),
                    erasure.basis());
        }
    }

    /** A page of erasures, newest first; {@code next} is the {@code after} of the next page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ErasureView> erasures, @Nullable Long next) {}

    @POST
    @Path("/erasures")
    @RolesAllowed("archivist")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "erase",
            summary = "Erase a case file",
            description =
                    "Erases what was kept of one application: the application, its facts, the verdict, who sent it, its idempotency key and hand-overs. The entry of the decision stays, and the erasure becomes an entry itself.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ErasureRequest.class)), required = true)
    @APIResponse(
            responseCode = "201",
            description = "The erasure",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(responseCode = "404", description = "There is no such decision", ref = "Problem")
    @APIResponse(responseCode = "409", description = "A legal hold forbids it", ref = "Problem")
    @APIResponse(responseCode = "410", description = "It was erased already", ref = "Problem")
    public Response erase(byte[] body, @Context SecurityContext security) {
        Map<?, ?> order = members(body, List.of("decision", "basis"));
        String id = String.valueOf(order.get("decision"));
        return cases.erase(
                        DecisionIds.read(id),
                        basis(order),
                        Caller.of(security).submitter(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .map(erasure -> Response.status(Response.Status.CREATED)
                        .entity(ErasureView.of(erasure))
                        .build())
                .orElseThrow(() -> DecisionIds.unknown(id));
    }

    @GET
    @Path("/erasures")
    @RolesAllowed({"archivist", "auditor"})
    @Operation(operationId = "listErasures", summary = "List erasures", description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Page list(
            @QueryParam("after")
                    @Parameter(
                            description = "The member next of the previous page",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @Nullable
                    String after,
            @QueryParam("limit")
                    @DefaultValue("20")
                    @Parameter(
                            description = "1 to 100",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    String limit,
            @Context UriInfo uri) {
        Parameters.refuseUnknown(uri, List.of("after", "limit"));
        int size = (int) Parameters.number("limit", limit, Parameters.MAX_PAGE);
        EntryNumber before = after == null ? null : new EntryNumber(Parameters.number("after", after, Long.MAX_VALUE));
        List<ErasureView> page =
                cases.erasures(before, size).stream().map(ErasureView::of).toList();
        return new Page(page, page.size() == size ? page.get(size - 1).entry() : null);
    }

    @PUT
    @Path("/decisions/{id}/hold")
    @RolesAllowed("archivist")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "hold", summary = "Forbid to erase a case file")
    @RequestBody(content = @Content(schema = @Schema(implementation = HoldRequest.class)), required = true)
    @APIResponse(responseCode = "204", description = "It is held")
    @APIResponse(responseCode = "404", description = "There is no such decision", ref = "Problem")
    @APIResponse(responseCode = "410", description = "It was erased", ref = "Problem")
    public Response hold(@PathParam("id") String id, byte[] body) {
        String basis = basis(members(body, List.of("basis")));
        if (!cases.hold(DecisionIds.read(id), basis, clock.instant())) {
            throw DecisionIds.unknown(id);
        }
        return Response.noContent().build();
    }

    @DELETE
    @Path("/decisions/{id}/hold")
    @RolesAllowed("archivist")
    @Operation(operationId = "release", summary = "Allow again to erase a case file")
    @APIResponse(responseCode = "204", description = "It is not held any more")
    @APIResponse(responseCode = "404", description = "There is no such decision, or it is not held", ref = "Problem")
    public Response release(@PathParam("id") String id) {
        if (!cases.release(DecisionIds.read(id))) {
            throw Problems.notFound("There is no hold of the decision " + id + ".");
        }
        return Response.noContent().build();
    }

    private static String basis(Map<?, ?> members) {
        if (members.get("basis") instanceof String code && code.matches(BASIS)) {
            return code;
        }
        throw Problems.badParameter("basis", "the code of a legal basis: at most 64 of a-z, 0-9, \".\", \"-\"");
    }

    private Map<?, ?> members(byte[] body, List<String> names) {
        JsonParser.Parsed parsed = parser.parse(body);
        if (parsed.faults().isEmpty()
                && parsed.value() instanceof Map<?, ?> members
                && names.containsAll(members.keySet())) {
            return members;
        }
        throw Problems.badParameter("the body", "an object with " + String.join(" and ", names));
    }
}
