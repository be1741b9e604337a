package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.adapter.http.edge.Caller;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.policy.PolicyArchive;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.DraftVersions.Uploaded;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.Drafts.Person;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.PublicationLog.Published;
import kz.sheshim.publication.Upload;
import kz.sheshim.workbook.Limits;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Drafts of the law: opened with changed workbooks, changed again, brought onto the law in force. {@link DraftStepsResource} takes them into force. */
@Path("/api/v1/drafts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"analyst", "approver", "emergency"})
@Tag(name = "Publication")
public class DraftsResource {
    private static final String ZIP = "application/zip";
    private static final String REMOVE =
            "A workbook that the draft shall have no more; may be repeated. The body may then be empty";

    private final Drafts drafts;
    private final DraftVersions versions;
    private final PublicationLog log;
    private final Limits limits;
    private final JsonParser parser;

    DraftsResource(Drafts drafts, DraftVersions versions, PublicationLog log, Limits limits, JsonParser parser) {
        this.drafts = drafts;
        this.versions = versions;
        this.log = log;
        this.limits = limits;
        this.parser = parser;
    }

    /** A page of drafts, newest first; {@code next} is the {@code after} of the next page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DraftPage(List<DraftView> drafts, @Schema(format = "uuid") @Nullable String next) {}

    /** An earlier revision that shall come back. */
    record RollBackRequest(String title, String revision, String reason) {}

    @POST
    @RolesAllowed({"analyst", "emergency"})
    @Consumes(ZIP)
    @Operation(
            operationId = "openDraft",
            summary = "Open a draft",
            description =
                    "The body is a zip archive with the changed workbooks, or a form with a part for each; all other files are those of the base. A form also has what else stands in the address. Rule files (rules/*.drl) are code: they are taken from the folder of the service only, with rules=true.")
    @RequestBody(
            content = {
                @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = DraftFormsResource.OpeningForm.class))
            },
            required = true)
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    public Response open(
            byte[] archive,
            @QueryParam("title")
                    @Parameter(description = "What it changes, in a few words; must be there if the body is an archive")
                    @Nullable
                    String title,
            @QueryParam("base")
                    @Parameter(description = "The revision that it changes; by default the one in force")
                    @Nullable
                    String base,
            @QueryParam("rules") @Schema(type = SchemaType.BOOLEAN, defaultValue = "false") @Nullable String rules,
            @QueryParam("remove") @Parameter(description = REMOVE) List<String> remove,
            @Context SecurityContext security) {
        Uploaded opened = versions.open(
                DraftInputs.title(title),
                base == null ? null : Parameters.revision("base", base),
                changes(archive, remove, Parameters.yesOrNo("rules", rules)),
                person(security));
        return UploadView.created(opened, log.last());
    }

    @POST
    @RolesAllowed({"analyst", "approver", "emergency"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rollBack",
            summary = "Propose to bring an earlier revision back",
            description = "Opens a draft with the files of the revision, and proposes it. Another person approves it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RollBackRequest.class)), required = true)
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    public Response rollBack(byte[] body, @Context SecurityContext security) {
        Map<?, ?> order = Members.of(body, List.of("title", "revision", "reason"), parser);
        Draft draft = versions.openRollBack(
                DraftInputs.title(order.get("title")),
                Parameters.revision("revision", order.get("revision")),
                DraftInputs.said("reason", order.get("reason")),
                person(security));
        return UploadView.created(draft, view(draft));
    }

    @GET
    @RolesAllowed({"analyst", "approver", "emergency", "auditor", "operator"})
    @Operation(operationId = "listDrafts", summary = "The drafts", description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = DraftPage.class)))
    public DraftPage list(@BeanParam PageAfterId paging) {
        Optional<Published> last = log.last();
        List<DraftView> page = drafts.list(paging.after(DraftInputs::id), paging.size()).stream()
                .map(draft -> DraftView.of(draft, last))
                .toList();
        return new DraftPage(page, paging.next(page, DraftView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"analyst", "approver", "emergency", "auditor", "operator"})
    @Operation(operationId = "readDraft", summary = "A draft")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Its newest version, for If-Match of the next upload",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    public Response read(@PathParam("id") String id) {
        Draft draft = drafts.get(DraftInputs.id(id));
        return Response.ok(view(draft)).tag(VersionTag.of(draft)).build();
    }

    @GET
    @Path("/{id}/files")
    @RolesAllowed({"analyst", "approver", "emergency", "auditor", "operator"})
    @Produces(ZIP)
    @Operation(operationId = "readDraftFiles", summary = "All files of the newest version, as a zip archive")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response files(@PathParam("id") String id) {
        Draft draft = drafts.get(DraftInputs.id(id));
        return Response.ok(PolicyArchive.of(drafts.files(draft)))
                .tag(VersionTag.of(draft))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"draft.zip\"")
                .build();
    }

    @POST
    @Path("/{id}/versions")
    @RolesAllowed({"analyst", "emergency"})
    @Consumes(ZIP)
    @Operation(
            operationId = "uploadVersion",
            summary = "Upload a version",
            description =
                    "The body is a zip archive with the workbooks that change again, or a form with a part for each. The draft must be proposed and approved again; an approved publication that waits for its moment does not happen. With If-Match, nothing that somebody else has uploaded meanwhile is overwritten.")
    @RequestBody(
            content = {
                @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = DraftFormsResource.VersionForm.class))
            },
            required = true)
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    @APIResponse(
            responseCode = "412",
            description = "The newest version is another one than If-Match names",
            ref = "Problem")
    public Response upload(
            byte[] archive,
            @PathParam("id") String id,
            @BeanParam VersionTag.Seen seen,
            @QueryParam("rules") @Schema(type = SchemaType.BOOLEAN, defaultValue = "false") @Nullable String rules,
            @QueryParam("remove") @Parameter(description = REMOVE) List<String> remove,
            @Context SecurityContext security) {
        return UploadView.changed(
                versions.upload(
                        DraftInputs.id(id),
                        seen.number(),
                        changes(archive, remove, Parameters.yesOrNo("rules", rules)),
                        person(security)),
                log.last());
    }

    @POST
    @Path("/{id}/rebase")
    @RolesAllowed({"analyst", "emergency"})
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "rebase",
            summary = "Bring a draft onto the law in force; where both changed a workbook, cell by cell")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    @APIResponse(responseCode = "409", description = "Changes of both touch", ref = "Problem")
    public Response rebase(@PathParam("id") String id, @Context SecurityContext security) {
        return UploadView.changed(versions.rebase(DraftInputs.id(id), person(security)), log.last());
    }

    private DraftView view(Draft draft) {
        return DraftView.of(draft, log.last());
    }

    private Upload changes(byte[] archive, List<String> removed, boolean rules) {
        boolean isEmpty = archive.length == 0 && (rules || !removed.isEmpty());
        return new Upload(
                isEmpty ? List.of() : UploadedFiles.of(archive, limits), UploadedFiles.workbooks(removed), rules);
    }

    static Person person(SecurityContext security) {
        return new Person(Caller.of(security).submitter(), Caller.key(security));
    }
}
