package kz.sheshim.adapter.http.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.CommentPlaces;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftId;
import kz.sheshim.publication.DraftRefused;
import kz.sheshim.publication.DraftSteps;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.LawInForce;
import kz.sheshim.publication.Upload;
import kz.sheshim.vocabulary.Phrase;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The forms on the page of a draft by which people take it towards its approval. */
@Path("/desk/drafts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"analyst", "approver", "emergency"})
public class DraftStepPages {
    private final Desk desk;
    private final Drafts drafts;
    private final DraftVersions versions;
    private final DraftSteps steps;
    private final LawInForce law;
    private final Workbooks workbooks;
    private final CommentPlaces places;

    DraftStepPages(
            Desk desk,
            Drafts drafts,
            DraftVersions versions,
            DraftSteps steps,
            LawInForce law,
            Workbooks workbooks,
            CommentPlaces places) {
        this.desk = desk;
        this.drafts = drafts;
        this.versions = versions;
        this.steps = steps;
        this.law = law;
        this.workbooks = workbooks;
        this.places = places;
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
            @RestForm @Nullable String version,
            @RestForm @Nullable String text,
            @RestForm @Nullable String at) {
        return DraftPages.to(steps.approve(
                DraftInputs.id(id),
                Parameters.revision("revision", revision),
                DraftInputs.version(version),
                DraftInputs.said("text", text),
                moment(at),
                desk.person()));
    }

    @POST
    @Path("/{id}/emergency")
    @RolesAllowed("emergency")
    public Response publishAlone(
            @PathParam("id") String id, @RestForm @Nullable String version, @RestForm @Nullable String text) {
        return DraftPages.to(steps.publishAlone(
                DraftInputs.id(id), DraftInputs.version(version), DraftInputs.said("text", text), desk.person()));
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
    public Response withdraw(@PathParam("id") String id, @RestForm @Nullable String text) {
        return DraftPages.to(steps.withdraw(
                DraftInputs.id(id), DraftInputs.said("text", text), desk.person(), desk.is(Role.APPROVER)));
    }

    @POST
    @Path("/{id}/comments")
    @RolesAllowed({"analyst", "approver", "emergency"})
    public Response comment(
            @PathParam("id") String id, @RestForm @Nullable String text, @RestForm @Nullable String about) {
        DraftId draft = DraftInputs.id(id);
        String said = DraftInputs.said("text", text);
        Optional<String> asked = DraftPages.about(about);
        asked.ifPresent(place -> places.require(drafts.get(draft), place));
        return DraftPages.to(steps.comment(draft, said, asked.orElse(null), desk.person()));
    }

    /** Goes on from a draft that ended: a new one with its files, on the law in force unless their changes touch. */
    @POST
    @Path("/{id}/new-draft")
    @RolesAllowed({"analyst", "emergency"})
    public Response goOn(@PathParam("id") String id) {
        Draft ended = drafts.get(DraftInputs.id(id));
        List<PolicyFile> kept = drafts.files(ended).stream()
                .filter(file -> file.path().endsWith(".xlsx"))
                .toList();
        Set<String> removed = workbooks.files(ended.base()).stream()
                .map(PolicyFile::path)
                .filter(path -> path.endsWith(".xlsx"))
                .filter(path -> kept.stream().noneMatch(file -> file.path().equals(path)))
                .collect(Collectors.toSet());
        Draft opened = versions.open(
                        ended.title(),
                        ended.base(),
                        new Upload(kept, removed, ended.newest().changesCode()),
                        desk.person())
                .draft();
        steps.comment(opened.id(), desk.draftTexts().goesOn(), Desk.DRAFT + ended.id(), desk.person());
        if (opened.isStale(law.revision())) {
            try {
                versions.rebase(opened.id(), desk.person());
            } catch (DraftRefused touch) {
                return DraftPages.to(
                        opened); // its page says that it is stale, and which cells touch when that is tried again
            }
        }
        return DraftPages.to(opened);
    }

    /** A moment as a browser sends it, by the clock of the desk; null: at once. */
    private @Nullable Instant moment(@Nullable String at) {
        return at == null || at.isBlank()
                ? null
                : desk.times()
                        .typed(at)
                        .orElseThrow(() -> Problems.badParameter(
                                "at", Phrase.of("{0} must be a moment, such as {1}.", "at", "2027-01-01T00:00")));
    }
}
