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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftId;
import kz.sheshim.publication.DraftSteps;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes a draft from its proposal to law in force, or to its end. */
@Path("/api/v1/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"analyst", "approver", "emergency"})
@Tag(name = "Publication")
public class DraftStepsResource {
    private final Drafts drafts;
    private final DraftSteps steps;
    private final CommentPlaces places;
    private final PublicationLog log;
    private final JsonParser parser;

    DraftStepsResource(Drafts drafts, DraftSteps steps, CommentPlaces places, PublicationLog log, JsonParser parser) {
        this.drafts = drafts;
        this.steps = steps;
        this.places = places;
        this.log = log;
        this.parser = parser;
    }

    /** Why, or what somebody says. */
    record TextRequest(String text) {}

    /** A comment; {@code about} is the row ({@code table/rule}) or the case ({@code table: situation}) that it is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CommentRequest(String text, @Nullable String about) {}

    /** An approval of one revision; {@code at} is the moment when it comes into force, by default at once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApprovalRequest(String revision, String reason, @Schema(format = "date-time") @Nullable String at) {}

    @POST
    @Path("/{id}/proposal")
    @RolesAllowed("analyst")
    @Operation(operationId = "propose", summary = "Propose the newest version to the approvers")
    @RequestBody(content = @Content(schema = @Schema(implementation = TextRequest.class)), required = true)
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    public DraftView propose(byte[] body, @PathParam("id") String id, @Context SecurityContext security) {
        return view(steps.propose(DraftInputs.id(id), said(body), DraftsResource.person(security)));
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed("approver")
    @Operation(
            operationId = "approve",
            summary = "Approve a proposed draft",
            description =
                    "For exactly one revision, by somebody who wrote none of its versions, with a reason. At its moment the publication becomes an entry of the log, and the revision is in force.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ApprovalRequest.class)), required = true)
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "403", description = "Whoever wrote a version cannot approve it", ref = "Problem")
    @APIResponse(responseCode = "409", description = "The state of the draft does not allow it", ref = "Problem")
    @APIResponse(
            responseCode = "412",
            description = "The newest version is another one than If-Match names",
            ref = "Problem")
    public DraftView approve(
            byte[] body,
            @PathParam("id") String id,
            @BeanParam VersionTag.Seen seen,
            @Context SecurityContext security) {
        Map<?, ?> order = Members.of(body, List.of("revision", "reason"), List.of("at"), parser);
        return view(steps.approve(
                DraftInputs.id(id),
                Parameters.revision("revision", order.get("revision")),
                seen.number(),
                DraftInputs.said("reason", order.get("reason")),
                moment(order.get("at")),
                DraftsResource.person(security)));
    }

    @POST
    @Path("/{id}/emergency")
    @RolesAllowed("emergency")
    @Operation(
            operationId = "publishAlone",
            summary = "Publish a draft without a second person",
            description = "It is marked for ever, and shown until somebody else confirms it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TextRequest.class)), required = true)
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(
            responseCode = "412",
            description = "The newest version is another one than If-Match names",
            ref = "Problem")
    public DraftView publishAlone(
            byte[] body,
            @PathParam("id") String id,
            @BeanParam VersionTag.Seen seen,
            @Context SecurityContext security) {
        return view(steps.publishAlone(DraftInputs.id(id), seen.number(), said(body), DraftsResource.person(security)));
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed("approver")
    @Operation(operationId = "confirm", summary = "Confirm what somebody else published alone")
    @RequestBody(content = @Content(schema = @Schema(implementation = TextRequest.class)), required = true)
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    public DraftView confirm(byte[] body, @PathParam("id") String id, @Context SecurityContext security) {
        return view(steps.confirm(DraftInputs.id(id), said(body), DraftsResource.person(security)));
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed("approver")
    @Operation(operationId = "reject", summary = "Reject a proposed draft")
    @RequestBody(content = @Content(schema = @Schema(implementation = TextRequest.class)), required = true)
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    public DraftView reject(byte[] body, @PathParam("id") String id, @Context SecurityContext security) {
        return view(steps.reject(DraftInputs.id(id), said(body), DraftsResource.person(security)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({"analyst", "approver", "emergency"})
    @Operation(
            operationId = "withdraw",
            summary = "Withdraw a draft",
            description = "For whoever wrote a version of it, and for approvers.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TextRequest.class)), required = true)
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    public DraftView withdraw(byte[] body, @PathParam("id") String id, @Context SecurityContext security) {
        return view(steps.withdraw(
                DraftInputs.id(id),
                said(body),
                DraftsResource.person(security),
                security.isUserInRole(Role.APPROVER.code())));
    }

    @POST
    @Path("/{id}/comments")
    @Operation(operationId = "comment", summary = "Comment on a draft, on a row or on a case of it")
    @RequestBody(content = @Content(schema = @Schema(implementation = CommentRequest.class)), required = true)
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    public DraftView comment(byte[] body, @PathParam("id") String id, @Context SecurityContext security) {
        Map<?, ?> comment = Members.of(body, List.of("text"), List.of("about"), parser);
        DraftId draft = DraftInputs.id(id);
        String text = DraftInputs.said("text", comment.get("text"));
        String about = comment.get("about") == null ? null : DraftInputs.about(comment.get("about"));
        if (about != null) {
            places.require(drafts.get(draft), about);
        }
        return view(steps.comment(draft, text, about, DraftsResource.person(security)));
    }

    private DraftView view(Draft draft) {
        return DraftView.of(draft, log.last());
    }

    private String said(byte[] body) {
        return DraftInputs.said(
                "text", Members.of(body, List.of("text"), parser).get("text"));
    }

    private static @Nullable Instant moment(@Nullable Object value) {
        try {
            return value == null ? null : OffsetDateTime.parse(value.toString()).toInstant();
        } catch (DateTimeException notAMoment) {
            throw Problems.badParameter(
                    "at",
                    Phrase.of("{0} must be a moment with its offset, such as {1}.", "at", "2026-12-01T00:00:00+05:00"));
        }
    }
}
