package kz.sheshim.adapter.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftSteps;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.DraftVersions.Uploaded;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.Upload;
import kz.sheshim.workbook.Limits;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes changed workbooks as a form, as {@code curl -F} sends them: the same calls as those of {@link DraftsResource} with an archive. */
@Path("/api/v1/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@RolesAllowed({"analyst", "emergency"})
public class DraftFormsResource {
    private final DraftVersions versions;
    private final DraftSteps steps;
    private final PublicationLog log;
    private final Limits limits;

    DraftFormsResource(DraftVersions versions, DraftSteps steps, PublicationLog log, Limits limits) {
        this.versions = versions;
        this.steps = steps;
        this.log = log;
        this.limits = limits;
    }

    /** With a reason, the draft is proposed too, if it can be. */
    @POST
    @Operation(hidden = true) // OpenAPI knows one operation for one path; its description names the form
    public Response open(
            @RestForm("files") List<FileUpload> files,
            @RestForm @Nullable String title,
            @RestForm @Nullable String base,
            @RestForm @Nullable String reason,
            @Context SecurityContext security) {
        String said = said(reason);
        Uploaded opened = versions.open(
                DraftInputs.title(title),
                base == null ? null : Parameters.revision("base", base),
                Upload.of(UploadedFiles.ofForm(files, limits)),
                DraftsResource.person(security));
        return DraftsResource.created(opened.draft(), view(opened, said, security));
    }

    /** The same for a version. */
    @POST
    @Path("/{id}/versions")
    @Operation(hidden = true)
    public Response upload(
            @RestForm("files") List<FileUpload> files,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @RestForm @Nullable String reason,
            @Context SecurityContext security) {
        String said = said(reason);
        Uploaded uploaded = versions.upload(
                DraftInputs.id(id),
                VersionTag.number(seen),
                Upload.of(UploadedFiles.ofForm(files, limits)),
                DraftsResource.person(security));
        return Response.ok(view(uploaded, said, security))
                .tag(VersionTag.of(uploaded.draft()))
                .build();
    }

    /** It is looked at before anything is done. */
    private static @Nullable String said(@Nullable String reason) {
        return reason == null ? null : DraftInputs.said("reason", reason);
    }

    private UploadView view(Uploaded uploaded, @Nullable String reason, SecurityContext security) {
        Draft draft = uploaded.draft();
        boolean canBeProposed = security.isUserInRole("analyst")
                && draft.refusals().ofProposal().isEmpty();
        return UploadView.of(
                reason != null && canBeProposed
                        ? new Uploaded(
                                steps.propose(draft.id(), reason, DraftsResource.person(security)), uploaded.findings())
                        : uploaded,
                log.last());
    }
}
