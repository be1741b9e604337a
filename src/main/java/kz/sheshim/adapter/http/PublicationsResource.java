package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Moments;
import kz.sheshim.log.Publication;
import kz.sheshim.publication.LawInForce;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.PublicationLog.Published;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells which law was in force since when, and who put it there. */
@Path("/api/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator"})
@Tag(name = "Publication")
public class PublicationsResource {
    private final PublicationLog log;
    private final LawInForce law;

    PublicationsResource(PublicationLog log, LawInForce law) {
        this.log = log;
        this.law = law;
    }

    /** A publication. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PublicationView(
            @Schema(
                            description =
                                    "Its entry in the log: decisions of later entries are by its revision, up to the next publication")
                    long entry,
            String revision,
            @Nullable String replaced,
            @Schema(format = "date-time") String at,
            @Schema(enumeration = {"first-start", "watched-folder", "approval", "emergency"}) String way,
            @Schema(format = "uuid") @Nullable String draft,
            List<String> authors,
            List<String> approvers,
            String reason) {
        static PublicationView of(Published published) {
            Publication publication = published.publication();
            return new PublicationView(
                    published.entry().value(),
                    publication.revision().toString(),
                    publication.replaced() == null
                            ? null
                            : publication.replaced().toString(),
                    Moments.text(publication.at()),
                    publication.way().code(),
                    publication.draft(),
                    publication.authors(),
                    publication.approvers(),
                    publication.reason());
        }
    }

    /** A page of publications, newest first; {@code next} is the {@code after} of the next page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<PublicationView> publications,
            @Nullable Long next,
            @Schema(description = "Whatever the folder contains is law: sheshim.policy.watch is on")
                    boolean folderIsLaw) {}

    @GET
    @Operation(
            operationId = "listPublications",
            summary = "Which law was in force since when",
            description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Page list(
            @QueryParam("after") @Parameter(description = "The member next of the previous page") @Nullable
                    String after,
            @QueryParam("limit") @DefaultValue("20") @Parameter(description = "1 to 100") String limit,
            @Context UriInfo uri) {
        Parameters.refuseUnknown(uri, List.of("after", "limit"));
        int size = (int) Parameters.number("limit", limit, Parameters.MAX_PAGE);
        EntryNumber before = after == null ? null : new EntryNumber(Parameters.number("after", after, Long.MAX_VALUE));
        List<PublicationView> page =
                log.list(before, size).stream().map(PublicationView::of).toList();
        return new Page(page, page.size() == size ? page.get(size - 1).entry() : null, law.isFolderLaw());
    }
}
