package kz.sheshim.adapter.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.log.Moments;
import kz.sheshim.policy.PolicyArchive;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.LawInForce;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives the stored revisions of the policy, with their tables and files. */
@Path("/api/v1/revisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator", "archivist"})
@Tag(name = "Policy")
public class RevisionsResource {
    private final Rulesets rulesets;
    private final RevisionStore revisions;
    private final LawInForce law;

    RevisionsResource(Rulesets rulesets, RevisionStore revisions, LawInForce law) {
        this.rulesets = rulesets;
        this.revisions = revisions;
        this.law = law;
    }

    record RevisionView(
            String revision,
            boolean inForce,
            @Schema(format = "date-time") String since,
            @Schema(
                            description =
                                    "It is in force without an approval, because whatever the folder contains is law: sheshim.policy.watch is on")
                    boolean folderIsLaw) {}

    record RevisionContentView(String revision, boolean inForce, List<TableView> tables) {}

    @GET
    @Operation(operationId = "listRevisions", summary = "The stored revisions, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The revisions",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RevisionView.class)))
    @APIResponse(responseCode = "304", description = "The answer has not changed")
    public Response revisions(@Context HttpHeaders headers) {
        Revision inForce = rulesets.inForce().revision();
        List<RevisionView> all = revisions.list().stream()
                .map(stored -> view(stored, stored.revision().equals(inForce)))
                .toList();
        return Conditional.answer(headers, all).build();
    }

    private RevisionView view(RevisionStore.Stored stored, boolean isInForce) {
        return new RevisionView(
                stored.revision().toString(), isInForce, Moments.text(stored.since()), isInForce && law.isFolderLaw());
    }

    @GET
    @Path("/{revision}")
    @Operation(operationId = "readRevision", summary = "The tables of a revision")
    @APIResponse(
            responseCode = "200",
            description = "The tables",
            content = @Content(schema = @Schema(implementation = RevisionContentView.class)))
    @APIResponse(responseCode = "304", description = "The answer has not changed")
    public Response revision(@PathParam("revision") String revision, @Context HttpHeaders headers) {
        Ruleset ruleset = rulesets.of(Parameters.revisionOfPath(revision));
        boolean inForce = rulesets.inForce().revision().equals(ruleset.revision());
        return Conditional.answer(headers, new RevisionContentView(revision, inForce, TableView.all(ruleset)))
                .build();
    }

    @GET
    @Path("/{revision}/files")
    @Produces("application/zip")
    @Operation(
            operationId = "readRevisionFiles",
            summary =
                    "The workbooks and rule files of a revision as a zip archive. Unpacked, it is the folder of a policy.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response files(@PathParam("revision") String revision) {
        return revisions
                .files(Parameters.revisionOfPath(revision))
                .map(files -> Response.ok(PolicyArchive.of(files))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"policy.zip\"")
                        .build())
                .orElseThrow(() -> Problems.notFound(Phrase.of("There is no revision {0}.", revision)));
    }
}
