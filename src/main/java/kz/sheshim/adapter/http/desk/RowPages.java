package kz.sheshim.adapter.http.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.analysis.TableChange;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RowForm;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftRefused;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.Preview;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.ToldFinding;
import kz.sheshim.publication.Upload;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.WorkbookEditor;
import org.jspecify.annotations.Nullable;

/** Changes one row of a table: the desk writes it into the workbook, and the workbook becomes a version of a draft. */
@Path(RowPages.PATH)
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"analyst", "emergency"})
public class RowPages {
    static final String PATH = "/desk/rows";

    private final Desk desk;
    private final Rulesets rulesets;
    private final Drafts drafts;
    private final DraftVersions versions;
    private final Workbooks workbooks;
    private final WorkbookEditor editor;
    private final Preview preview;
    private final Limits limits;
    private final FormsOnce once;

    RowPages(
            Desk desk,
            Rulesets rulesets,
            Drafts drafts,
            DraftVersions versions,
            Workbooks workbooks,
            WorkbookEditor editor,
            Preview preview,
            Limits limits,
            FormsOnce once) {
        this.desk = desk;
        this.rulesets = rulesets;
        this.drafts = drafts;
        this.versions = versions;
        this.workbooks = workbooks;
        this.editor = editor;
        this.preview = preview;
        this.limits = limits;
        this.once = once;
    }

    /**
     * What a change comes to.
     *
     * @param draft the draft that it is made in; empty: a new one
     * @param flips null: that cannot be said yet
     */
    public record Look(
            String draft,
            List<DossierPart.Told> findings,
            boolean unchanged,
            Preview.@Nullable Flips flips,
            boolean equivalent,
            List<DossierPart.Case> cases) {}

    /** What a change comes to, or why it cannot be made. One of both is null. */
    public record Seen(@Nullable Look look, @Nullable Said refused) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /** @param seen what the typed row comes to, where no script shows it while it is typed; null: nobody asked yet */
        static native TemplateInstance row(FilledRow form, @Nullable Said refused, @Nullable Seen seen);

        static native TemplateInstance preview(Seen seen);
    }

    @GET
    public TemplateInstance form(
            @QueryParam("table") @Nullable String table,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("copy") @Nullable String copy,
            @QueryParam("new") @Nullable String another,
            @QueryParam("draft") @Nullable String draft,
            @Context UriInfo address) {
        boolean isNew = Parameters.yesOrNo("new", another);
        RowChange target = target(table, rule, Parameters.yesOrNo("copy", copy) || isNew, draft);
        return desk.page(Templates.row(form(target, isNew ? address.getQueryParameters() : null, false), null, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> typed) {
        return once.of(desk.submitter(), typed.getFirst(FormsOnce.NAME), typed.toString(), () -> saved(typed));
    }

    private Response saved(MultivaluedMap<String, String> typed) {
        RowChange target = target(typed);
        RowTexts texts = desk.texts(RowTexts.class);
        if (!target.seen().equals(typed.getFirst("seen"))) {
            return again(target, typed, new Said(texts.changedMeanwhile(), false), true);
        }
        String title = Objects.requireNonNullElse(typed.getFirst("title"), "");
        if (target.draft() == null && title.isBlank()) {
            return again(target, typed, new Said(texts.needsTitle(), false));
        }
        boolean removes = typed.containsKey("remove") && !target.copy();
        if (removes && isLaw(target) && !typed.containsKey("sure")) {
            return again(target, typed, new Said(texts.removeUnsure(), false));
        }
        try {
            if (target.draft() == null) {
                title = DraftInputs.title(title);
            }
            if (!removes && target.empties(typed)) {
                return again(target, typed, new Said(texts.emptied(), false));
            }
            if (!removes && target.isTaken(typed)) {
                return again(target, typed, new Said(texts.ruleTaken(), false));
            }
            List<RowEdit> edits = removes ? List.of(target.form().removed()) : target.edits(typed);
            if (edits.isEmpty()) {
                return again(target, typed, new Said(desk.draftTexts().nothingChanged(), false));
            }
            List<PolicyFile> changed = List.of(changed(target, edits));
            Draft before = target.draft();
            Draft saved = (before == null
                            ? versions.open(title, target.base(), Upload.of(changed), desk.person())
                            : versions.upload(before.id(), before.newest().number(), Upload.of(changed), desk.person()))
                    .draft();
            return Shown.page("/desk/drafts/" + saved.id()).build();
        } catch (EditRefused refused) {
            return again(target, typed, desk.say(refused.phrase()));
        } catch (DraftRefused refused) {
            return again(target, typed, desk.say(refused.phrase()));
        } catch (HttpProblem wrong) {
            return again(target, typed, desk.say(wrong));
        }
    }

    /** What the typed row comes to; as a part of the page for htmx, while it is typed. */
    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance preview(
            MultivaluedMap<String, String> typed, @HeaderParam("HX-Request") @Nullable String partly) {
        RowChange target = target(typed);
        Seen seen = seen(target, typed);
        return desk.page(
                partly == null ? Templates.row(form(target, typed, false), null, seen) : Templates.preview(seen));
    }

    private Seen seen(RowChange target, MultivaluedMap<String, String> typed) {
        if (target.empties(typed)) {
            return new Seen(null, new Said(desk.texts(RowTexts.class).emptied(), false));
        }
        if (target.isTaken(typed)) {
            return new Seen(null, new Said(desk.texts(RowTexts.class).ruleTaken(), false));
        }
        List<RowEdit> edits = target.edits(typed);
        try {
            List<PolicyFile> files = new ArrayList<>(target.files());
            if (!edits.isEmpty()) {
                PolicyFile changed = changed(target, edits);
                files.replaceAll(file -> file.path().equals(changed.path()) ? changed : file);
            }
            Preview.Seen seen = rulesets.withCurrent(loaded ->
                    preview.of(files, loaded.policy(), target.place().table().id()));
            return new Seen(look(seen, target, edits.isEmpty() && target.draft() == null), null);
        } catch (EditRefused refused) {
            return new Seen(null, desk.say(refused.phrase()));
        }
    }

    private Look look(Preview.Seen seen, RowChange target, boolean unchanged) {
        TableChange meaning = seen.meaning().orElse(null);
        CellWords words = new CellWords(desk.inForce(), desk.language());
        String table = target.place().table().id();
        return new Look(
                target.draft() == null ? "" : target.draft().id().toString(),
                seen.findings().stream()
                        .map(finding -> DossierPart.Told.of(
                                ToldFinding.of(finding), message -> desk.say(words.ofFinding(message))))
                        .toList(),
                unchanged,
                seen.flips().orElse(null),
                meaning instanceof TableChange.Equivalent,
                meaning instanceof TableChange.Differs differs
                        ? differs.cases().stream()
                                .map(each -> DossierPart.Case.of(
                                        table,
                                        each.situation().toString(),
                                        each.situation(),
                                        each.before(),
                                        each.after(),
                                        desk::say,
                                        words))
                                .toList()
                        : List.of());
    }

    private PolicyFile changed(RowChange target, List<RowEdit> edits) throws EditRefused {
        PolicyFile file = target.place().file();
        return new PolicyFile(file.path(), editor.edit(file.path(), file.bytes(), edits, limits));
    }

    /** Whether the row is law that the draft changes: the draft did not add it. */
    private boolean isLaw(RowChange target) {
        return target.draft() == null
                || workbooks
                        .find(
                                workbooks.files(target.base()),
                                target.place().table().id())
                        .filter(place -> place.table().hasRule(target.rule()))
                        .isPresent();
    }

    private List<FilledRow.OwnDraft> ownDrafts(RowChange target) {
        return target.draft() != null
                ? List.of()
                : drafts.undecided().stream()
                        .filter(draft -> draft.isOpen() && draft.authors().contains(desk.submitter()))
                        .filter(draft -> workbooks
                                .find(
                                        drafts.files(draft),
                                        target.place().table().id())
                                .filter(place -> place.table().hasRule(target.rule()))
                                .isPresent())
                        .map(draft -> new FilledRow.OwnDraft(draft.title(), desk.address() + "&draft=" + draft.id()))
                        .toList();
    }

    /** The form once more, with what was typed and why it was not saved. */
    private Response again(RowChange target, MultivaluedMap<String, String> typed, @Nullable Said why) {
        return again(target, typed, why, false);
    }

    /** @param compared whether what stands in the sheet by now is shown beside what was typed */
    private Response again(
            RowChange target, MultivaluedMap<String, String> typed, @Nullable Said why, boolean compared) {
        return Response.status(422)
                .entity(desk.page(Templates.row(form(target, typed, compared), why, null)))
                .build();
    }

    /** The files that are changed, and the revision on which a draft of the change is based. */
    private record Based(List<PolicyFile> files, Revision revision) {}

    private RowChange target(MultivaluedMap<String, String> typed) {
        return target(
                typed.getFirst("table"),
                typed.getFirst("rule"),
                "true".equals(typed.getFirst("copy")),
                typed.getFirst("draft"));
    }

    private RowChange target(@Nullable String table, @Nullable String rule, boolean copy, @Nullable String draftId) {
        if (table == null) {
            throw Problems.badParameter("table", Phrase.of("{0} must be the id of a table.", "table"));
        }
        if (rule == null && !copy) {
            throw Problems.badParameter("rule", Phrase.of("{0} must be the id of a rule.", "rule"));
        }
        Draft draft = draftId == null || draftId.isBlank() ? null : draft(draftId);
        Based based = draft == null
                ? rulesets.withCurrent(
                        loaded -> new Based(loaded.files(), loaded.ruleset().revision()))
                : new Based(drafts.files(draft), draft.base());
        Workbooks.Place place = workbooks
                .find(based.files(), table)
                .orElseThrow(() -> Problems.notFound(Phrase.of("There is no table {0}.", table)));
        List<Row> rules = place.table().rules();
        Row row = rules.stream()
                .filter(each -> each.text(place.table().ruleColumn()).equals(rule))
                .findFirst()
                .or(() -> copy && rule == null && !rules.isEmpty()
                        ? Optional.of(rules.get(rules.size() - 1))
                        : Optional.empty())
                .orElseThrow(() ->
                        Problems.notFound(Phrase.of("The table {0} has no rule {1}.", table, String.valueOf(rule))));
        Ruleset law = desk.inForce();
        RowForm form = RowForm.of(place.table(), row, law.vocabulary(), law.catalogue());
        return new RowChange(
                based.files(),
                based.revision(),
                place,
                form,
                row.text(place.table().ruleColumn()),
                copy,
                draft);
    }

    private Draft draft(String id) {
        return drafts.get(DraftInputs.id(id));
    }

    private FilledRow form(RowChange target, @Nullable MultivaluedMap<String, String> typed, boolean compared) {
        return FilledRow.of(
                target,
                typed,
                compared,
                new CellWords(desk.inForce(), desk.language()),
                isLaw(target),
                typed == null ? ownDrafts(target) : List.of());
    }
}
