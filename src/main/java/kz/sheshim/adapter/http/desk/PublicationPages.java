package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Publication;
import kz.sheshim.policy.PolicyArchive;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.PublicationLog.Published;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.vocabulary.Phrase;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Which law was in force since when, what each publication changed, and the way back. */
@Path("/desk/publications")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator", "archivist"})
public class PublicationPages {
    private static final int LISTED = 50;

    private final Desk desk;
    private final KnownLaw known;
    private final PublicationLog log;
    private final DraftVersions versions;
    private final RevisionStore revisions;
    private final Workbooks workbooks;

    PublicationPages(
            Desk desk,
            KnownLaw known,
            PublicationLog log,
            DraftVersions versions,
            RevisionStore revisions,
            Workbooks workbooks) {
        this.desk = desk;
        this.known = known;
        this.log = log;
        this.versions = versions;
        this.revisions = revisions;
        this.workbooks = workbooks;
    }

    /** A publication in the list. @param title of its draft; empty: it had none */
    public record Item(
            long entry,
            Publication publication,
            String title,
            String name,
            String replaced,
            String way,
            boolean rollBack,
            boolean inForce) {}

    /** A revision that can be chosen. */
    public record Choice(String revision, String text) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance publications(List<Item> items, String next, List<Choice> choices);

        static native TemplateInstance compare(String from, String to, List<Choice> choices, SheetChanges changes);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        EntryNumber before = after == null ? null : new EntryNumber(Parameters.number("after", after, Long.MAX_VALUE));
        List<Published> page = log.list(before, LISTED);
        Revision inForce = desk.inForce().revision();
        List<Item> items = page.stream()
                .map(published -> item(
                        published,
                        before == null
                                && published == page.get(0)
                                && published.publication().revision().equals(inForce)))
                .toList();
        return desk.page(Templates.publications(
                items,
                page.size() == LISTED
                        ? String.valueOf(page.get(LISTED - 1).entry().value())
                        : "",
                choices()));
    }

    private Item item(Published published, boolean inForce) {
        Publication publication = published.publication();
        return new Item(
                published.entry().value(),
                publication,
                known.title(publication),
                Shown.revision(publication.revision()),
                publication.replaced() == null ? "" : publication.replaced().toString(),
                desk.way(publication.way()),
                published.isRollBack(),
                inForce);
    }

    @GET
    @Path("/compare")
    public Response compare(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        if (from == null || to == null) {
            return Shown.page("/desk/publications").build();
        }
        Revision before = known.named(from);
        Revision after = known.named(to);
        SheetChanges changes = SheetChanges.between(
                files(before), files(after), workbooks, new CellWords(desk.inForce(), desk.language()), CellNotes.NONE);
        return Response.ok(desk.page(Templates.compare(before.toString(), after.toString(), choices(), changes)))
                .build();
    }

    @GET
    @Path("/files/{revision}")
    @Produces("application/zip")
    public Response download(@PathParam("revision") String revision) {
        List<PolicyFile> files = files(known.named(revision));
        return Response.ok(PolicyArchive.of(files))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"policy.zip\"")
                .build();
    }

    /** Opens and proposes a draft that brings an earlier revision back; another person approves it. */
    @POST
    @Path("/roll-back")
    @RolesAllowed({"analyst", "approver", "emergency"})
    public Response rollBack(@RestForm @Nullable String revision, @RestForm @Nullable String text) {
        Revision earlier = Parameters.revision("revision", revision);
        String reason = DraftInputs.said("text", text);
        Draft draft = versions.openRollBack(desk.rollBackTo(Shown.revision(earlier)), earlier, reason, desk.person());
        return Shown.page("/desk/drafts/" + draft.id()).build();
    }

    private List<Choice> choices() {
        Map<Revision, String> titles = known.titles();
        return revisions.list().stream()
                .map(stored -> new Choice(
                        stored.revision().toString(),
                        KnownLaw.choice(
                                titles.getOrDefault(stored.revision(), ""),
                                desk.day(stored.since()),
                                stored.revision())))
                .toList();
    }

    private List<PolicyFile> files(Revision revision) {
        List<PolicyFile> files = workbooks.files(revision);
        if (files.isEmpty()) {
            throw Problems.notFound(Phrase.of("There is no revision {0}.", revision.toString()));
        }
        return files;
    }
}
