package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.erasure.EraseCases;
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

/** Erases case files. */
@Path("/api/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures")
public class ErasuresResource {
    private final EraseCases erase;
    private final CaseFiles cases;
    private final JsonParser parser;

    ErasuresResource(EraseCases erase, CaseFiles cases, JsonParser parser) {
        this.erase = erase;
        this.cases = cases;
        this.parser = parser;
    }

    /** An order to erase a case file. */
    record ErasureRequest(
            @Schema(format = "uuid") String decision,
            @Schema(pattern = LegalBasis.CODE, description = "The code of the legal basis") String basis) {}

    /** An erasure: its entry, and the entry whose case file is gone. */
    record ErasureView(
            long entry,
            @Schema(format = "date-time") String erasedAt,
            @Schema(format = "uuid") String decision,
            long erasedEntry,
            String basis,
            @Schema(description = "Who ordered it; the entry of the log does not say it") String orderedBy) {
        static ErasureView of(Erasure erasure) {
            return new ErasureView(
                    erasure.entry().value(),
                    Moments.text(erasure.at()),
                    erasure.decision().toString(),
                    erasure.erased().value(),
                    erasure.basis(),
                    erasure.officer().name());
        }
    }

    /** A page of erasures, newest first; {@code next} is the {@code after} of the next page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ErasureView> erasures, @Nullable Long next) {}

    @POST
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
        Map<?, ?> order = Members.of(body, List.of("decision", "basis"), parser);
        String id = String.valueOf(order.get("decision"));
        return erase.erase(
                        DecisionIds.read(id),
                        LegalBasis.of(order),
                        Caller.of(security).submitter())
                .map(erasure -> Response.status(Response.Status.CREATED)
                        .entity(ErasureView.of(erasure))
                        .build())
                .orElseThrow(() -> DecisionIds.unknown(id));
    }

    @GET
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
}
