package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.bulk.BackgroundRun;
import kz.sheshim.bulk.BackgroundRun.State;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.Moments;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.proof.AuditLog;
import kz.sheshim.proof.Audits.Question;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Audits the whole record. */
@Path("/api/v1/audits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("auditor")
@Tag(name = "Log")
public class AuditsResource {
    private static final List<String> MEMBERS = List.of("trust", "checkpoint");

    private final BackgroundRun<Question, AuditLog.Report> audits;
    private final PublishedLog log;
    private final JsonParser parser;

    AuditsResource(BackgroundRun<Question, AuditLog.Report> audits, PublishedLog log, JsonParser parser) {
        this.audits = audits;
        this.log = log;
        this.parser = parser;
    }

    /** What to audit against. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuditRequest(
            @Schema(description = "A policy (C2SP tlog-policy); by default the key of the service, without witnesses")
                    @Nullable
                    String trust,
            @Schema(description = "A checkpoint that was kept elsewhere") @Nullable String checkpoint) {}

    /** An audit: how far it is, and what it found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuditView(
            @Schema(format = "uuid") String id,
            @Schema(enumeration = {"running", "ended", "cancelled", "failed"}) String state,
            @Schema(format = "date-time") String begunAt,
            @Schema(description = "Who asked for it") String askedBy,
            AuditRequest against,
            long entries,
            long lastEntry,
            @Nullable Long inTree,
            @Nullable Long checkpoints,
            @Schema(description = "Number of the flaws; null until it has ended") @Nullable Integer flawed,
            @Nullable List<FlawView> flaws,
            @Nullable String failure) {
        static AuditView of(State<Question, AuditLog.Report> audit) {
            AuditView line = inList(audit);
            AuditLog.Report report = audit.result();
            return report == null
                    ? line
                    : new AuditView(
                            line.id,
                            line.state,
                            line.begunAt,
                            line.askedBy,
                            line.against,
                            line.entries,
                            line.lastEntry,
                            line.inTree,
                            line.checkpoints,
                            line.flawed,
                            report.flaws().stream()
                                    .map(flaw -> new FlawView(flaw.entry(), flaw.text()))
                                    .toList(),
                            null);
        }

        /** Without the flaws themselves. */
        static AuditView inList(State<Question, AuditLog.Report> audit) {
            AuditLog.Report report = audit.result();
            return new AuditView(
                    audit.id().toString(),
                    audit.code(),
                    Moments.text(audit.begun()),
                    audit.by().name(),
                    new AuditRequest(audit.asked().trust(), audit.asked().checkpoint()),
                    audit.done(),
                    audit.end(),
                    report == null ? null : report.inTree(),
                    report == null ? null : report.checkpoints(),
                    report == null ? null : report.flaws().size(),
                    null,
                    audit.failure());
        }
    }

    /** A page of the audits that are kept, newest first; {@code next} is the {@code after} of the next page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuditPage(List<AuditView> audits, @Schema(format = "uuid") @Nullable String next) {}

    /** One thing that is wrong; without an entry it concerns the log as a whole. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FlawView(@Nullable Long entry, String text) {}

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "audit",
            summary = "Audit the whole record",
            description =
                    "Reads the whole record and computes every commitment, leaf, tile and checkpoint again, in the"
                            + " background. One audit runs at a time over all services on the database; while one against"
                            + " the same policy and checkpoint runs, the answer is that one. When the service that works"
                            + " on it dies, another begins it anew.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AuditRequest.class)))
    @APIResponse(
            responseCode = "202",
            description = "It runs; Location says where its result will be",
            content = @Content(schema = @Schema(implementation = AuditView.class)))
    @APIResponse(responseCode = "400", description = "The policy or the checkpoint cannot be read", ref = "Problem")
    @APIResponse(
            responseCode = "409",
            description =
                    "An audit against another policy or checkpoint is in progress, or this one is being cancelled",
            ref = "Problem")
    public Response begin(byte[] body, @Context SecurityContext security) {
        Map<?, ?> request = Members.of(body, List.of(), MEMBERS, parser);
        Object trust = request.get("trust");
        Object checkpoint = request.get("checkpoint");
        State<Question, AuditLog.Report> begun = audits.begin(
                readable(new Question(
                        trust == null ? Question.by(log.key()).trust() : trust.toString(),
                        checkpoint == null ? null : checkpoint.toString())),
                Caller.of(security).submitter());
        return Response.accepted(AuditView.of(begun))
                .header(HttpHeaders.LOCATION, "/api/v1/audits/" + begun.id())
                .build();
    }

    private static Question readable(Question question) {
        try {
            question.policy();
        } catch (NotValid wrong) {
            throw Problems.badParameter(
                    "trust",
                    Phrase.of(
                            "{0} must be a policy of C2SP tlog-policy ({1}).",
                            "trust", String.valueOf(wrong.getMessage())));
        }
        try {
            question.kept();
        } catch (NotValid wrong) {
            throw Problems.badParameter(
                    "checkpoint",
                    Phrase.of("{0} must be a signed note ({1}).", "checkpoint", String.valueOf(wrong.getMessage())));
        }
        return question;
    }

    @GET
    @Operation(
            operationId = "listAudits",
            summary = "Audits",
            description = "Newest first, without the flaws themselves. The newest 100 are kept.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    public AuditPage list(@BeanParam PageAfterId paging) {
        List<AuditView> page = audits.list(paging.after(id -> find(id).id()), paging.size()).stream()
                .map(AuditView::inList)
                .toList();
        return new AuditPage(page, paging.next(page, AuditView::id));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readAudit", summary = "How far an audit is, and what it found")
    @APIResponse(
            responseCode = "200",
            description = "The audit",
            content = @Content(schema = @Schema(implementation = AuditView.class)))
    @APIResponse(responseCode = "404", description = "It is not one of the newest 100", ref = "Problem")
    public AuditView read(
            @PathParam("id") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id) {
        return AuditView.of(find(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "cancelAudit",
            summary = "Cancel an audit",
            description = "It ends soon, without a result. One that has ended stays as it is.")
    @APIResponse(responseCode = "204", description = "It ends, or has ended")
    @APIResponse(responseCode = "404", description = "It is not one of the newest 100", ref = "Problem")
    public void cancel(
            @PathParam("id") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id) {
        audits.cancel(find(id).id());
    }

    private State<Question, AuditLog.Report> find(String id) {
        try {
            return audits.find(UUID.fromString(id)).orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException notAnId) {
            throw unknown(id);
        }
    }

    private static RuntimeException unknown(String id) {
        return Problems.notFound(Phrase.of("There is no audit {0}.", id));
    }
}
