package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.Shown.inAddress;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.CommentPlaces;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.UploadedFiles;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.policy.PolicyArchive;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.publication.AffectedStore;
import kz.sheshim.publication.Dossier;
import kz.sheshim.publication.DossierContent;
import kz.sheshim.publication.Dossiers;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.LawInForce;
import kz.sheshim.publication.Upload;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Drafts, and on the page of each one its dossier: all that an approver must know. */
@Path("/desk/drafts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"analyst", "approver", "emergency", "auditor", "operator"})
public class DraftPages {
    private static final int LISTED = 100;

    private final Desk desk;
    private final Drafts drafts;
    private final DraftVersions versions;
    private final Dossiers dossiers;
    private final LawInForce law;
    private final Workbooks workbooks;
    private final AffectedStore affected;
    private final Clock clock;
    private final JsonParser parser;
    private final Limits limits;
    private final FormsOnce forms;
    private final CommentPlaces places;

    DraftPages(
            Desk desk,
            Drafts drafts,
            DraftVersions versions,
            Dossiers dossiers,
            LawInForce law,
            Workbooks workbooks,
            AffectedStore affected,
            Clock clock,
            JsonParser parser,
            Limits limits,
            FormsOnce forms,
            CommentPlaces places) {
        this.desk = desk;
        this.drafts = drafts;
        this.versions = versions;
        this.dossiers = dossiers;
        this.law = law;
        this.workbooks = workbooks;
        this.affected = affected;
        this.clock = clock;
        this.parser = parser;
        this.limits = limits;
        this.forms = forms;
        this.places = places;
    }

    /** A table of the draft that did not change yet. */
    public record OtherTable(String id, String title, String file) {}

    /** What was done with the draft. One of both is null. */
    public record Past(Instant at, Draft.@Nullable Version version, Draft.@Nullable Step step) {
        static List<Past> of(Draft draft) {
            return Stream.concat(
                            draft.versions().stream().map(version -> new Past(version.at(), version, null)),
                            draft.steps().stream().map(step -> new Past(step.at(), null, step)))
                    .sorted(Comparator.comparing(Past::at))
                    .toList();
        }
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance drafts(List<Draft> drafts, String next);

        /** @param affected how far the list of its publication is; null: there is none, or it is not for the reader */
        static native TemplateInstance draft(
                Draft draft,
                Possible may,
                SheetChanges changes,
                @Nullable DossierPart dossier,
                String progress,
                @Nullable Said failure,
                String about,
                AffectedStore.@Nullable Progress affected,
                List<OtherTable> tables,
                List<Past> history);

        static native TemplateInstance draftTable(Draft draft, DrawnTable table, List<DossierPart.Told> findings);

        static native TemplateInstance dossier(
                Draft draft,
                @Nullable DossierPart dossier,
                String progress,
                String about,
                @Nullable Said failure,
                AffectedStore.@Nullable Progress affected);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        List<Draft> page = drafts.list(after == null ? null : DraftInputs.id(after), LISTED);
        return desk.page(Templates.drafts(
                page, page.size() == LISTED ? page.get(LISTED - 1).id().toString() : ""));
    }

    @POST
    @RolesAllowed({"analyst", "emergency"})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response open(
            @RestForm @Nullable String title,
            @RestForm @Nullable String base,
            @RestForm @Nullable String once,
            @RestForm("files") List<FileUpload> files) {
        return forms.of(
                desk.submitter(),
                once,
                title + " "
                        + files.stream()
                                .map(file -> file.fileName() + " " + file.size())
                                .toList(),
                () -> to(versions.open(
                                DraftInputs.title(title),
                                base == null ? null : Parameters.revision("base", base),
                                Upload.of(UploadedFiles.ofForm(files, limits)),
                                desk.person())
                        .draft()));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance draft(@PathParam("id") String id, @QueryParam("about") @Nullable String about) {
        Draft draft = drafts.get(DraftInputs.id(id));
        return page(draft, drafts.dossier(draft), about);
    }

    private TemplateInstance page(Draft draft, Optional<Dossier> dossier, @Nullable String about) {
        String asked = about(about).orElse("");
        if (!asked.isEmpty()) {
            places.require(draft, asked);
        }
        List<PolicyFile> files = drafts.files(draft);
        List<Workbooks.Place> tables = workbooks.tables(files);
        DossierPart part = dossier.map(made -> linked(draft, tables, made)).orElse(null);
        SheetChanges changes = SheetChanges.between(
                workbooks.files(draft.base()),
                files,
                workbooks,
                new CellWords(desk.inForce(), desk.language()),
                part == null ? CellNotes.NONE : new CellNotes(part.findings()));
        Possible may = Possible.of(draft, law.revision(), drafts, desk);
        return desk.page(Templates.draft(
                draft,
                may,
                changes.discussed(table -> discussed(draft, may, table)),
                part,
                drafts.progress(draft).map(desk::activity).orElse(""),
                drafts.dossierFailure(draft).map(desk::say).orElse(null),
                may.comment() ? asked : "",
                affected(draft),
                may.upload() ? otherTables(tables, changes) : List.of(),
                Past.of(draft)));
    }

    private static List<OtherTable> otherTables(List<Workbooks.Place> tables, SheetChanges changes) {
        return tables.stream()
                .map(place -> new OtherTable(
                        place.table().id(),
                        place.table().head().getOrDefault("Title", place.table().id()),
                        place.file().name()))
                .filter(table ->
                        changes.tables().stream().noneMatch(each -> each.id().equals(table.id())))
                .toList();
    }

    /** What was said about a row; before it what was said in the draft from which this one goes on. */
    private List<Draft.Step> saidAbout(Draft draft, Optional<Draft> before, String about) {
        return Stream.concat(
                        before.stream().flatMap(each -> each.commentsAbout(about).stream()),
                        draft.commentsAbout(about).stream())
                .toList();
    }

    private Optional<Draft> goesOnFrom(Draft draft) {
        return draft.steps().stream()
                .map(desk::draftAbout)
                .filter(about -> !about.isEmpty())
                .findFirst()
                .map(about -> drafts.get(DraftInputs.id(about.substring(Desk.DRAFT.length()))));
    }

    private AffectedStore.@Nullable Progress affected(Draft draft) {
        EntryNumber entry = draft.entry();
        return entry == null || !desk.is(Role.AUDITOR)
                ? null
                : affected.progress(entry).orElse(null);
    }

    /** The table with what was said about its rows, and where to say more. */
    private DrawnTable discussed(Draft draft, Possible may, DrawnTable table) {
        Optional<Draft> before = goesOnFrom(draft);
        return table.discussed(
                may.comment() ? "/desk/drafts/" + draft.id() + "?about=" + inAddress(table.id() + "/") : "",
                rule -> saidAbout(draft, before, Draft.Step.row(table.id(), rule)));
    }

    /** A whole table of the draft, with what changed and what is wrong in its cells. */
    @GET
    @Path("/{id}/tables/{table}")
    public TemplateInstance table(@PathParam("id") String id, @PathParam("table") String table) {
        Draft draft = drafts.get(DraftInputs.id(id));
        Workbooks.Place place = workbooks
                .find(drafts.files(draft), table)
                .orElseThrow(() -> Problems.notFound(Phrase.of("The draft has no table {0}.", table)));
        TableSheet before = workbooks
                .find(workbooks.files(draft.base()), table)
                .map(Workbooks.Place::table)
                .orElseGet(() -> TableSheet.of(new Sheet(place.file().path(), "", List.of())));
        String sheet = place.sheet().name();
        Optional<Dossier> dossier = drafts.dossier(draft);
        CellNotes notes =
                dossier.map(made -> new CellNotes(part(draft, made).findings())).orElse(CellNotes.NONE);
        DrawnTable drawn = SheetChanges.table(
                place.file().path() + " › " + sheet,
                before,
                place.table(),
                new CellWords(desk.inForce(), desk.language()),
                notes.on(place.sheet().address()),
                true);
        Possible may = Possible.of(draft, law.revision(), drafts, desk);
        drawn = discussed(draft, may, drawn);
        if (may.upload()) {
            drawn = drawn.editedAt("/desk/rows?draft=" + draft.id() + "&table=" + inAddress(table));
        }
        List<DossierPart.Told> ofWhole = notes.ofWhole(place.sheet().address());
        for (DossierPart.Told told : ofWhole) {
            drawn = told.row() == null ? drawn : drawn.withGap(told.row());
        }
        return desk.page(Templates.draftTable(draft, drawn, ofWhole));
    }

    /** What htmx asks while the dossier is made: how far it is. Then the page changes as a whole, for what can be done with the draft changes too. */
    @GET
    @Path("/{id}/dossier")
    public Response dossier(@PathParam("id") String id, @QueryParam("about") @Nullable String about) {
        Draft draft = drafts.get(DraftInputs.id(id));
        Optional<Dossier> dossier = drafts.dossier(draft);
        if (dossier.isEmpty()
                && !draft.isEnded()
                && drafts.dossierFailure(draft).isEmpty()) {
            return Response.ok(desk.page(Templates.dossier(
                            draft,
                            null,
                            drafts.progress(draft).map(desk::activity).orElse(""),
                            about(about).orElse(""),
                            null,
                            null)))
                    .build();
        }
        return Response.ok(page(draft, dossier, about))
                .header("HX-Retarget", "#content")
                .header("HX-Reselect", "#content")
                .build();
    }

    private DossierPart part(Draft draft, Dossier dossier) {
        CellWords words = new CellWords(desk.inForce(), desk.language());
        return DossierPart.of(
                dossier,
                DossierContent.of(dossier, parser).forReader(draft, clock.instant(), desk.is(Role.AUDITOR)),
                dossiers::recordedSince,
                desk::say,
                words);
    }

    /** The dossier with links to the cells of its findings. @param tables of the draft */
    private DossierPart linked(Draft draft, List<Workbooks.Place> tables, Dossier dossier) {
        return part(draft, dossier).linked(told -> page(draft, tables, told));
    }

    private static boolean isIn(Row row, DossierPart.Told told) {
        return Stream.ofNullable(told.sheet())
                .flatMap(sheet -> Stream.ofNullable(told.cell()).flatMap(cell -> CellAddress.of(sheet, cell).stream()))
                .anyMatch(cell -> cell.row() == row.number());
    }

    /** Where the cell of a finding is changed, or seen; empty: it is in no table. */
    private String page(Draft draft, List<Workbooks.Place> tables, DossierPart.Told told) {
        return tables.stream()
                .filter(place -> place.sheet().address().equals(told.sheet()))
                .findFirst()
                .map(place -> {
                    String table = place.table().id();
                    Optional<String> rule = place.table().rules().stream()
                            .filter(row -> isIn(row, told))
                            .map(row -> row.text(place.table().ruleColumn()))
                            .filter(id -> !id.isEmpty())
                            .findFirst();
                    return rule.filter(any -> desk.writes() && draft.isOpen())
                            .map(id -> "/desk/rows?draft=" + draft.id() + "&table=" + inAddress(table) + "&rule="
                                    + inAddress(id))
                            .orElse("/desk/drafts/" + draft.id() + "/tables/" + inAddress(table));
                })
                .orElse("");
    }

    @POST
    @Path("/{id}/versions")
    @RolesAllowed({"analyst", "emergency"})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(
            @PathParam("id") String id, @RestForm @Nullable String version, @RestForm("files") List<FileUpload> files) {
        return to(versions.upload(
                        DraftInputs.id(id),
                        DraftInputs.version(version),
                        Upload.of(UploadedFiles.ofForm(files, limits)),
                        desk.person())
                .draft());
    }

    /** Undoes what was changed since an earlier version. */
    @POST
    @Path("/{id}/versions/{number}/again")
    @RolesAllowed({"analyst", "emergency"})
    public Response takeAgain(
            @PathParam("id") String id, @PathParam("number") int number, @RestForm @Nullable String version) {
        return to(versions.takeAgain(DraftInputs.id(id), number, DraftInputs.version(version), desk.person())
                .draft());
    }

    @POST
    @Path("/{id}/rebase")
    @RolesAllowed({"analyst", "emergency"})
    public Response rebase(@PathParam("id") String id) {
        return to(versions.rebase(DraftInputs.id(id), desk.person()).draft());
    }

    static Optional<String> about(@Nullable String about) {
        return about == null || about.isBlank() ? Optional.empty() : Optional.of(DraftInputs.about(about));
    }

    @GET
    @Path("/{id}/files")
    @Produces("application/zip")
    public Response download(@PathParam("id") String id) {
        return Response.ok(PolicyArchive.of(drafts.files(drafts.get(DraftInputs.id(id)))))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"draft.zip\"")
                .build();
    }

    static Response to(Draft draft) {
        return Shown.page("/desk/drafts/" + draft.id()).build();
    }
}
