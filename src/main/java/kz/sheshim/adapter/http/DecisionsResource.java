package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kz.sheshim.adapter.http.contract.ApplicationSchema;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.adapter.http.problem.LogOutage;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.RecordedDecision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.vocabulary.DateText;
import kz.sheshim.vocabulary.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Decides applications, and reads what was decided. */
@Path("/api/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class DecisionsResource {
    private static final List<String> LIST_PARAMETERS =
            List.of("reference", "outcome", "ground", "from", "to", "after", "limit");

    private final DecideApplication decide;
    private final DecisionLogReader log;
    private final Rulesets rulesets;
    private final Deciding deciding;
    private final IdempotencyKeyHeader keys;
    private final LogOutage outage;

    DecisionsResource(
            DecideApplication decide,
            DecisionLogReader log,
            Rulesets rulesets,
            Deciding deciding,
            IdempotencyKeyHeader keys,
            LogOutage outage) {
        this.decide = decide;
        this.log = log;
        this.rulesets = rulesets;
        this.deciding = deciding;
        this.keys = keys;
        this.outage = outage;
    }

    /** A page of decisions, newest first; {@code next} is the {@code after} of the next page. */
    record Page(List<DecisionView> decisions, @Nullable Long next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decide",
            summary = "Decide an application",
            description =
                    "Decides the application by the ruleset in force and records the decision. A denial is an answer like any other.")
    @RequestBody(content = @Content(schema = @Schema(ref = ApplicationSchema.SCHEMA)), required = true)
    @APIResponse(
            responseCode = "201",
            description = "The recorded decision",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON, or a member stands twice", ref = "Problem")
    @APIResponse(responseCode = "413", description = "The body is too large", ref = "Problem")
    @APIResponse(
            responseCode = "422",
            description = "The application cannot be read: every fault; or its key belongs to another one",
            ref = "Problem")
    @APIResponse(
            responseCode = "503",
            description = "Nothing could be recorded, so nothing was decided",
            ref = "Problem")
    @Parameter(
            name = IdempotencyKeyHeader.NAME,
            in = ParameterIn.HEADER,
            description = IdempotencyKeyHeader.DESCRIPTION,
            schema = @Schema(type = SchemaType.STRING))
    @RolesAllowed("intake")
    @NonBlocking
    public CompletionStage<Response> decide(
            byte[] application, @Context HttpHeaders headers, @Context SecurityContext security) {
        Language language = Languages.of(headers);
        Caller caller = Caller.of(security);
        IdempotencyKey key = keys.of(headers);
        return deciding.run(
                () -> decide.decide(application, caller.sender(), key), recorded -> answer(recorded, language));
    }

    private Response answer(RecordedDecision recorded, Language language) {
        outage.worked();
        Response.ResponseBuilder answer = Response.status(Response.Status.CREATED)
                .header(
                        HttpHeaders.LOCATION,
                        "/api/v1/decisions/" + recorded.entry().decision().id())
                .entity(DecisionView.of(recorded, language));
        if (recorded.repeated()) {
            answer.header(IdempotencyKeyHeader.REPEATED, "true");
        }
        return Languages.answer(answer, language);
    }

    @GET
    @RolesAllowed({"intake", "auditor"})
    @Operation(
            operationId = "listDecisions",
            summary = "List decisions",
            description = "Newest first. All conditions must hold.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response list(
            @QueryParam("reference") @Parameter(description = "the sender's number, exactly") @Nullable
                    String reference,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("ground") @Parameter(description = "a ground that holds") @Nullable String ground,
            @QueryParam("from")
                    @Parameter(
                            description = "first day of filing",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "last day of filing",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    String to,
            @QueryParam("after")
                    @Parameter(
                            description = "next of the page before",
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
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        Parameters.refuseUnknown(uri, LIST_PARAMETERS);
        int most = (int) Parameters.number("limit", limit, Parameters.MOST_ON_A_PAGE);
        Long entry = after == null ? null : Parameters.number("after", after, Long.MAX_VALUE);
        Language language = Languages.of(headers);
        List<DecisionView> decisions = log
                .list(new DecisionLogReader.Query(
                        Caller.of(security).readsOnly(),
                        reference,
                        outcome,
                        ground,
                        date("from", from),
                        date("to", to),
                        entry == null ? null : new EntryNumber(entry),
                        most))
                .stream()
                .map(each ->
                        new RecordedDecision(each, rulesets.of(each.decision().revision())))
                .map(each -> DecisionView.of(each, language))
                .toList();
        Long next = decisions.size() < most
                ? null
                : decisions.get(decisions.size() - 1).entry();
        return Languages.answer(Response.ok(new Page(decisions, next)), language);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"intake", "auditor"})
    @Operation(operationId = "readDecision", summary = "Read a decision")
    @APIResponse(
            responseCode = "200",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "404", description = "No such decision", ref = "Problem")
    public Response read(
            @PathParam("id") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        Language language = Languages.of(headers);
        RecordedDecision recorded = Caller.of(security)
                .find(log, id(id))
                .map(entry ->
                        new RecordedDecision(entry, rulesets.of(entry.decision().revision())))
                .orElseThrow(() -> noDecision(id));
        return Languages.answer(Response.ok(DecisionView.of(recorded, language)), language);
    }

    static DecisionId id(String text) {
        try {
            return new DecisionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw noDecision(text);
        }
    }

    static HttpProblem noDecision(String id) {
        return Problems.notFound("there is no decision " + id);
    }

    private static @Nullable LocalDate date(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return DateText.date(text).orElseThrow(() -> Problems.badParameter(name, "a whole, real day, as 2024-03-25"));
    }
}
