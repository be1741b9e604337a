package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.workbook.Limits;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Takes the changes of a draft as a form, such as curl sends; {@link DraftsResource} takes them as an archive and describes both. */
@Path("/api/v1/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@RolesAllowed({"analyst", "emergency"})
public class DraftFormsResource {
    private final DraftVersions versions;
    private final PublicationLog log;
    private final Limits limits;

    DraftFormsResource(DraftVersions versions, PublicationLog log, Limits limits) {
        this.versions = versions;
        this.log = log;
        this.limits = limits;
    }

    /** A form that opens a draft: a part for each member, and for each item of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpeningForm(
            String title,
            @Nullable String base,
            @Nullable Boolean rules,
            @Nullable List<String> remove,
            @Nullable List<byte[]> files) {}

    /** A form with the workbooks of another version. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionForm(@Nullable Boolean rules, @Nullable List<String> remove, @Nullable List<byte[]> files) {}

    @POST
    @Operation(hidden = true)
    public Response open(byte[] form, @Context HttpHeaders headers, @Context SecurityContext security) {
        DraftForm.Opening opening = DraftForm.opening(form, type(headers), limits);
        return UploadView.created(
                versions.open(opening.title(), opening.base(), opening.upload(), DraftsResource.person(security)),
                log.last());
    }

    @POST
    @Path("/{id}/versions")
    @Operation(hidden = true)
    public Response upload(
            byte[] form,
            @PathParam("id") String id,
            @BeanParam VersionTag.Seen seen,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        return UploadView.changed(
                versions.upload(
                        DraftInputs.id(id),
                        seen.number(),
                        DraftForm.version(form, type(headers), limits),
                        DraftsResource.person(security)),
                log.last());
    }

    private static String type(HttpHeaders headers) {
        return headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    }
}
