package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Moments;
import kz.sheshim.log.Publication;
import kz.sheshim.publication.AffectedStore;
import kz.sheshim.publication.LawInForce;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.PublicationLog.Published;
import kz.sheshim.workbook.WorkbookWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells which law was in force since when, and who put it there. */
@Path("/api/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator", "archivist"})
@Tag(name = "Publication")
public class PublicationsResource {

    private final PublicationLog log;
    private final LawInForce law;
    private final AffectedDecisions affected;

    PublicationsResource(PublicationLog log, LawInForce law, AffectedDecisions affected) {
        this.log = log;
        this.law = law;
        this.affected = affected;
    }

    /** How far a list of affected decisions is. */
    record AffectedProgressView(
            @Schema(description = "The list has all decisions before the publication that it affects") boolean complete,
            @Schema(description = "Number of decisions on the list") long decisions,
            @Schema(description = "The decisions up to this entry are known") long lookedAt,
            @Schema(
                            description =
                                    "Number of decisions that are not on the list, because the law now gives no verdict on their applications, or cannot read them")
                    long undecided) {}

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
            @Schema(description = "The revision was in force once before") boolean rollBack,
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
                    published.isRollBack(),
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
    public Page list(@BeanParam PageRequest paging) {
        List<PublicationView> page = log.list(paging.before(EntryNumber::new), paging.size()).stream()
                .map(PublicationView::of)
                .toList();
        return new Page(page, paging.next(page, PublicationView::entry), law.isFolderLaw());
    }

    @GET
    @Path("/{entry}/affected")
    @RolesAllowed("auditor")
    @Produces({MediaType.APPLICATION_JSON, AffectedDecisions.CSV, WorkbookWriter.MEDIA_TYPE})
    @Operation(
            operationId = "listAffected",
            summary = "Recorded decisions that the law would now decide otherwise",
            description =
                    "Of those recorded before the publication. Applications filed on or after the first day that a changed row affects are decided again; all of them, if something without a period changed, such as a rule file or the calendar. This happens in the background: until the list is complete, this call answers 503, and affected/progress says how far it is. A workbook has at most 100,000 rows.")
    @APIResponse(
            responseCode = "200",
            description = "The decisions, as objects, as lines or as a workbook; the header Accept says which",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)),
                @Content(mediaType = AffectedDecisions.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = WorkbookWriter.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "No draft was published by this entry", ref = "Problem")
    @APIResponse(responseCode = "406", description = "The list is too long for a workbook", ref = "Problem")
    @APIResponse(responseCode = "503", description = "The list is not complete yet", ref = "Problem")
    public Response affected(@PathParam("entry") String entry, @Context HttpHeaders headers) {
        return affected.answer(affected.of(number(entry)), headers.getHeaderString(HttpHeaders.ACCEPT));
    }

    @GET
    @Path("/{entry}/affected/progress")
    @RolesAllowed("auditor")
    @Operation(
            operationId = "readAffectedProgress",
            summary = "How far the list of affected decisions is",
            description = "The list is found in the background when the publication is in force, part by part.")
    @APIResponse(
            responseCode = "200",
            description = "The progress",
            content = @Content(schema = @Schema(implementation = AffectedProgressView.class)))
    @APIResponse(responseCode = "404", description = "No draft was published by this entry", ref = "Problem")
    public AffectedProgressView progress(@PathParam("entry") String entry) {
        AffectedStore.Progress progress = affected.progress(number(entry));
        return new AffectedProgressView(
                progress.complete(), progress.decisions(), progress.lookedAt(), progress.undecided());
    }

    private static EntryNumber number(String entry) {
        return new EntryNumber(Parameters.number("entry", entry, Long.MAX_VALUE - 1));
    }
}
