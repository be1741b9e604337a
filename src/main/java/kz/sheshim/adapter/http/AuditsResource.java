package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.bulk.BackgroundRun.State;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.proof.AuditLog;
import kz.sheshim.proof.Audits;
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

    private final Audits audits;
    private final PublishedLog log;
    private final JsonParser parser;

    AuditsResource(Audits audits, PublishedLog log, JsonParser parser) {
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
            @Schema(enumeration = {"running", "ended", "failed"}) String state,
            long entries,
            long lastEntry,
            @Nullable Long inTree,
            @Nullable Long checkpoints,
            @Nullable List<FlawView> flaws,
            @Nullable String failure) {
        static AuditView of(State<String, AuditLog.Report> audit) {
            AuditLog.Report report = audit.result();
            return new AuditView(
                    audit.id().toString(),
                    audit.runs() ? "running" : report == null ? "failed" : "ended",
                    audit.done(),
                    audit.end(),
                    report == null ? null : report.inTree(),
                    report == null ? null : report.checkpoints(),
                    report == null
                            ? null
                            : report.flaws().stream()
                                    .map(flaw -> new FlawView(flaw.entry(), flaw.text()))
                                    .toList(),
                    audit.failure());
        }
    }

    /** One thing that is wrong; without an entry it concerns the log as a whole. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FlawView(@Nullable Long entry, String text) {}

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "audit",
            summary = "Audit the whole record",
            description =
                    "Reads the whole record and computes every commitment, leaf, tile and checkpoint again, in the background. One audit runs at a time; while it runs, the answer is that one.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AuditRequest.class)))
    @APIResponse(
            responseCode = "202",
            description = "It runs; Location says where its result will be",
            content = @Content(schema = @Schema(implementation = AuditView.class)))
    @APIResponse(responseCode = "400", description = "The policy or the checkpoint cannot be read", ref = "Problem")
    public Response begin(byte[] body) {
        Map<?, ?> request = body.length == 0 ? Map.of() : Members.of(body, MEMBERS, parser);
        State<String, AuditLog.Report> begun =
                audits.begin(trust(request.get("trust")), kept(request.get("checkpoint")));
        return Response.accepted(AuditView.of(begun))
                .header(HttpHeaders.LOCATION, "/api/v1/audits/" + begun.id())
                .build();
    }

    private TrustPolicy trust(@Nullable Object policy) {
        try {
            return policy == null
                    ? TrustPolicy.of(List.of(log.key()))
                    : TrustPolicy.parse(policy.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NotValid wrong) {
            throw Problems.badParameter("trust", "a policy of C2SP tlog-policy (" + wrong.getMessage() + ")");
        }
    }

    private static @Nullable Note kept(@Nullable Object checkpoint) {
        try {
            return checkpoint == null ? null : Note.parse(checkpoint.toString());
        } catch (NotValid wrong) {
            throw Problems.badParameter("checkpoint", "a signed note (" + wrong.getMessage() + ")");
        }
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readAudit", summary = "How far an audit is, and what it found")
    @APIResponse(
            responseCode = "200",
            description = "The audit",
            content = @Content(schema = @Schema(implementation = AuditView.class)))
    @APIResponse(responseCode = "404", description = "It is not the last audit of this service", ref = "Problem")
    public AuditView read(
            @PathParam("id") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id) {
        try {
            return audits.find(UUID.fromString(id))
                    .map(AuditView::of)
                    .orElseThrow(() -> Problems.notFound("There is no audit " + id + "."));
        } catch (IllegalArgumentException notAnId) {
            throw Problems.notFound("There is no audit " + id + ".");
        }
    }
}
