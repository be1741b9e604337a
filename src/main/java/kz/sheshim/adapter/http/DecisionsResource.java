package kz.sheshim.adapter.http;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import kz.sheshim.adapter.http.contract.ApplicationSchema;
import kz.sheshim.adapter.http.edge.BatchRequests;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.decision.RecordedDecision;
import kz.sheshim.json.DecisionView;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.DecisionPage;
import kz.sheshim.log.DecisionSummary;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.ErasedDecision;
import kz.sheshim.log.Moments;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Rulesets;
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

/** Decides applications, and gives recorded decisions. */
@Path(BatchRequests.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class DecisionsResource {
    private final Intake intake;
    private final DecisionLogReader log;
    private final Rulesets rulesets;
    private final KnownCodes codes;

    DecisionsResource(Intake intake, DecisionLogReader log, Rulesets rulesets, KnownCodes codes) {
        this.intake = intake;
        this.log = log;
        this.rulesets = rulesets;
        this.codes = codes;
    }

    /** A page of decisions, newest first; {@code next} is the {@code after} of the next page. */
    record Page(
            List<DecisionView> decisions,
            @Schema(description = "Decisions whose case files were erased: what their entries say")
                    List<ErasedView> erased,
            @Nullable Long next) {}

    /** A decision whose case file was erased. */
    record ErasedView(
            @Schema(format = "uuid") String id,
            long entry,
            @Schema(format = "date-time") String decidedAt,
            String revision,
            String engine,
            @Schema(description = "The hash of the entry in the tree of the log, in Base64") String leaf,
            String outcome,
            @Schema(format = "date") String filedOn,
            @Schema(description = "The codes of the grounds") List<String> grounds,
            Erased erased) {
        static ErasedView of(ErasedDecision decision) {
            return new ErasedView(
                    decision.id().toString(),
                    decision.number().value(),
                    Moments.text(decision.decidedAt()),
                    decision.revision().toString(),
                    decision.engine(),
                    Hash.leaf(decision.statement().bytes()).base64(),
                    decision.result().outcome(),
                    decision.result().filedOn().toString(),
                    decision.result().grounds(),
                    new Erased(
                            Moments.text(decision.erasedAt()),
                            decision.erasedBy().value()));
        }
    }

    /** When the case file was erased, and by which entry. */
    record Erased(@Schema(format = "date-time") String at, long entry) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decide",
            summary = "Decide an application",
            description =
                    "Decides the application by the policy in force and records the decision. A denial is an answer like any other.")
    @RequestBody(content = @Content(schema = @Schema(ref = ApplicationSchema.SCHEMA)), required = true)
    @APIResponse(
            responseCode = "201",
            description = "The recorded decision",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON, or a member appears twice", ref = "Problem")
    @APIResponse(responseCode = "413", description = "The body is too large", ref = "Problem")
    @APIResponse(
            responseCode = "422",
            description =
                    "The application cannot be read (the problem lists every fault), or its Idempotency-Key is used by another application",
            ref = "Problem")
    @APIResponse(
            responseCode = "503",
            description = "The service is overloaded, or the decision log is not available",
            ref = "Problem")
    @Parameter(
            name = IdempotencyKeyHeader.NAME,
            in = ParameterIn.HEADER,
            description = IdempotencyKeyHeader.DESCRIPTION,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = WaitPreference.NAME,
            in = ParameterIn.HEADER,
            description = WaitPreference.DESCRIPTION,
            schema = @Schema(type = SchemaType.STRING))
    @RolesAllowed("intake")
    @NonBlocking
    public CompletionStage<Response> decide(
            byte[] application, @Context HttpServerRequest request, @Context SecurityContext security) {
        return intake.decide(application, Caller.submitter(security.getUserPrincipal()), request.headers())
                .thenApply(answer -> {
                    Response.ResponseBuilder response =
                            Response.status(Response.Status.CREATED).entity(answer.decision());
                    answer.headers().forEach(response::header);
                    return response.build();
                });
    }

    @GET
    @RolesAllowed({"intake", "auditor"})
    @Operation(
            operationId = "listDecisions",
            summary = "List decisions",
            description =
                    "Newest first. A decision is listed when it meets all conditions. Auditors also see the erased ones, except in a search by reference, submitter, rule or fact; the order of both lists together is that of their entries. A page of large decisions may hold fewer than the limit, and a long search by rule or fact none; the list ends where there is no next. A decision is found by rule and fact some seconds after it was recorded.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response list(
            @QueryParam("reference")
                    @Parameter(description = "The reference that the submitter gave to the application")
                    @Nullable
                    String reference,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("ground") @Parameter(description = "The code of a ground of the decision") @Nullable
                    String ground,
            @QueryParam("rule")
                    @Parameter(description = "A rule that matched: the id of its table, a slash, its id")
                    @Nullable
                    String rule,
            @QueryParam("fact")
                    @Parameter(
                            description =
                                    "What the application states: a field, an equals sign, a code. More than one: all of them. The field has one of at most 40 codes, occurs once and is not personal.")
                    @Nullable
                    List<String> facts,
            @QueryParam("submitter") @Parameter(description = "The submitter, for auditors") @Nullable String submitter,
            @QueryParam("from")
                    @Parameter(
                            description = "First day of filing",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "Last day of filing",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    String to,
            @QueryParam("decidedFrom")
                    @Parameter(
                            description = "First day of the decision, in the time zone of the calendar in force",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    String decidedFrom,
            @QueryParam("decidedTo")
                    @Parameter(
                            description = "Last day of the decision",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    String decidedTo,
            @QueryParam("revision")
                    @Parameter(description = "The revision that decided: what was decided while it was in force")
                    @Nullable
                    String revision,
            @BeanParam PageRequest paging,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        AcceptLanguage accepted = AcceptLanguage.of(headers);
        Ruleset inForce = rulesets.inForce();
        DecisionSearchQuery search = new DecisionSearchQuery(inForce);
        DecisionLogReader.Query query = new DecisionLogReader.Query(
                search.submitter(Caller.of(security), submitter),
                reference == null ? null : Normalizer.normalize(reference, Normalizer.Form.NFC),
                outcome,
                ground,
                DecisionSearchQuery.day("from", from),
                DecisionSearchQuery.day("to", to),
                search.begin(DecisionSearchQuery.day("decidedFrom", decidedFrom)),
                search.end(DecisionSearchQuery.day("decidedTo", decidedTo)),
                search.features(rule, facts == null ? List.of() : facts),
                paging.before(EntryNumber::new),
                paging.size(),
                search.revision(revision));
        codes.require(query);
        DecisionPage page = log.list(query);
        Set<String> languages = new LinkedHashSet<>();
        List<DecisionView> decisions = new ArrayList<>();
        for (DecisionSummary each : page.decisions()) {
            Ruleset ruleset = rulesets.of(each.revision());
            Language language = accepted.in(ruleset);
            languages.add(language.tag());
            decisions.add(DecisionView.of(each, ruleset, language));
        }
        EntryNumber next = page.next();
        return AcceptLanguage.answer(
                Response.ok(new Page(
                        decisions,
                        page.erased().stream().map(ErasedView::of).toList(),
                        next == null ? null : next.value())),
                languages.isEmpty() ? accepted.in(inForce).tag() : String.join(", ", languages));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"intake", "auditor"})
    @Operation(operationId = "readDecision", summary = "Read a decision")
    @APIResponse(
            responseCode = "200",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such decision, or the caller may not read it",
            ref = "Problem")
    public Response read(
            @PathParam("id") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        RecordedDecision recorded = Caller.of(security)
                .find(log, DecisionIds.read(id))
                .map(entry ->
                        new RecordedDecision(entry, rulesets.of(entry.decision().revision())))
                .orElseThrow(() -> DecisionIds.unknown(id));
        Language language = AcceptLanguage.of(headers).in(recorded.ruleset());
        return AcceptLanguage.answer(Response.ok(DecisionView.of(recorded, language)), language);
    }
}
