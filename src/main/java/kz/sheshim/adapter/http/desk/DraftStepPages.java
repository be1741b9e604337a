package kz.sheshim.adapter.http.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.publication.DraftSteps;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The forms on the page of a draft by which people take it towards its approval. */
@Path("/desk/drafts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"analyst", "approver", "emergency"})
public class DraftStepPages {
    private final Desk desk;
    private final DraftSteps steps;

    DraftStepPages(Desk desk, DraftSteps steps) {
        this.desk = desk;
        this.steps = steps;
    }

    @POST
    @Path("/{id}/proposal")
    @RolesAllowed("analyst")
    public Response propose(@PathParam("id") String id, @RestForm @Nullable String text) {
        return DraftPages.to(steps.propose(DraftInputs.id(id), DraftInputs.said("text", text), desk.person()));
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed("approver")
    public Response approve(
            @PathParam("id") String id,
            @RestForm @Nullable String revision,
            @RestForm @Nullable String text,
            @RestForm @Nullable String at) {
        return DraftPages.to(steps.approve(
                DraftInputs.id(id),
                Parameters.revision("revision", revision),
                DraftInputs.said("text", text),
                moment(at),
                desk.person()));
    }

    @POST
    @Path("/{id}/emergency")
    @RolesAllowed("emergency")
    public Response publishAlone(@PathParam("id") String id, @RestForm @Nullable String text) {
        return DraftPages.to(steps.publishAlone(DraftInputs.id(id), DraftInputs.said("text", text), desk.person()));
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed("approver")
    public Response confirm(@PathParam("id") String id, @RestForm @Nullable String text) {
        return DraftPages.to(steps.confirm(DraftInputs.id(id), DraftInputs.said("text", text), desk.person()));
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed("approver")
    public Response reject(@PathParam("id") String id, @RestForm @Nullable String text) {
        return DraftPages.to(steps.reject(DraftInputs.id(id), DraftInputs.said("text", text), desk.person()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed("analyst")
    public Response withdraw(@PathParam("id") String id, @RestForm @Nullable String text) {
        return DraftPages.to(steps.withdraw(DraftInputs.id(id), DraftInputs.said("text", text), desk.person()));
    }

    @POST
    @Path("/{id}/comments")
    @RolesAllowed({"analyst", "approver", "emergency"})
    public Response comment(
            @PathParam("id") String id, @RestForm @Nullable String text, @RestForm @Nullable String about) {
        return DraftPages.to(steps.comment(
                DraftInputs.id(id),
                DraftInputs.said("text", text),
                DraftPages.about(about).orElse(null),
                desk.person()));
    }

    /** A moment as a browser sends it, in the time zone of the policy; null: at once. */
    private @Nullable Instant moment(@Nullable String at) {
        if (at == null || at.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(at).atZone(desk.zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw Problems.badParameter("at", "a moment, such as 2027-01-01T00:00");
        }
    }
}
