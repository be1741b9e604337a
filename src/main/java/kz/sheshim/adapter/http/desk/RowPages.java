package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.Shown.inAddress;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.Parameters;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.analysis.TableChange;
import kz.sheshim.hash.Sha256;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RowForm;
import kz.sheshim.policy.reading.TableSheet.Column;
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

    private static final int WIDE = 40;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

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
     * A cell of the form.
     *
     * @param wide whether it needs more than one line
     * @param stands what stands in the sheet, where somebody changed the workbook meanwhile and something else was typed; null: nothing is to be compared
     */
    public record Input(
            int index,
            String heading,
            String binding,
            String label,
            String kind,
            String text,
            boolean wide,
            List<Code> codes,
            @Nullable String stands) {
        /** Whether it is chosen as a day. What is no day, and stands there, stays to be seen. */
        public boolean isDay() {
            return (kind.equals("from") || kind.equals("until"))
                    && (text.isEmpty() || DAY.matcher(text).matches());
        }
    }

    /** What can stand in a cell, and its label. */
    public record Code(String code, String label) {}

    /**
     * The form of a row.
     *
     * @param seen the hash of the workbook that it was made of
     * @param draftName the title of the draft that it is changed in
     * @param draftTitle what is typed as the title of a new one
     * @param hasPeriod whether another row can take its place from a day on
     * @param from that day
     * @param freeId the rule id of that row, unless another one is typed
     * @param ofLaw whether the row is law that the draft changes
     * @param ownDrafts those of the reader in which the row can be changed too; none in a draft
     */
    public record Form(
            String table,
            String title,
            String place,
            String rule,
            boolean copy,
            String seen,
            String back,
            String draft,
            String draftName,
            String draftTitle,
            boolean hasPeriod,
            String from,
            String freeId,
            boolean ofLaw,
            List<OwnDraft> ownDrafts,
            List<Input> cells) {
        /** The address of the same row, where it changes from a day on. */
        public String change() {
            return PATH + "?table=" + inAddress(table) + "&rule=" + inAddress(rule)
                    + (draft.isEmpty() ? "" : "&draft=" + draft);
        }
    }

    /** A draft of the reader. @param address of the form for the row in it */
    public record OwnDraft(String title, String address) {}

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
        static native TemplateInstance row(Form form, @Nullable Said refused, @Nullable Seen seen);

        static native TemplateInstance preview(Seen seen);
    }

    /** What the form is about: the files that it changes, the revision on which they stand, and the row in them. */
    private record Target(
            List<PolicyFile> files,
            Revision base,
            Workbooks.Place place,
            RowForm form,
            String rule,
            boolean copy,
            @Nullable Draft draft) {
        String seen() {
            return Sha256.hex(place.file().bytes());
        }

        /** The edits that the typed texts mean; none if nothing differs. */
        List<RowEdit> edits(MultivaluedMap<String, String> typed) {
            Map<Integer, String> texts = new TreeMap<>();
            for (RowForm.Input input : form.inputs()) {
                int column = input.column().index();
                String text = typed.getFirst("c" + column);
                if (text != null && !(copy && text.isBlank())) {
                    texts.put(column, text.strip().replace("\r\n", "\n"));
                }
            }
            RowEdit edit = copy ? form.added(texts) : form.changed(texts);
            if (edit.texts().isEmpty()) {
                return List.of();
            }
            LocalDate from = from(typed);
            if (from == null) {
                return List.of(edit);
            }
            texts.put(place.table().ruleColumn(), id(typed));
            return form.succeeded(from, texts)
                    .orElseThrow(() -> Problems.badParameter(
                            "from", Phrase.of("{0} must be left out: the rows of this table have no period.", "from")));
        }

        /** Whether nothing is left in the row. */
        boolean empties(MultivaluedMap<String, String> typed) {
            return form.inputs().stream()
                    .filter(input -> input.kind() != RowForm.Kind.NOTE)
                    .allMatch(input -> Objects.requireNonNullElse(
                                    typed.getFirst("c" + input.column().index()), copy ? "" : input.text())
                            .isBlank());
        }

        /** The rule id of the row that is written: a new row that keeps the id of the old one gets one that is free. */
        String id(MultivaluedMap<String, String> typed) {
            String id = Objects.requireNonNullElse(
                            typed.getFirst("c" + place.table().ruleColumn()), "")
                    .strip();
            return from(typed) != null && id.equals(rule) ? place.table().freeId(rule) : id;
        }

        /** Whether the row that is written is a new one. */
        boolean adds(MultivaluedMap<String, String> typed) {
            return copy || from(typed) != null;
        }

        /** The day from which the typed row takes the place of the old one; null: the old one itself changes. */
        private @Nullable LocalDate from(MultivaluedMap<String, String> typed) {
            String from = Objects.requireNonNullElse(typed.getFirst("from"), "").strip();
            return copy || from.isEmpty() ? null : Parameters.day("from", from);
        }
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
        Target target = target(table, rule, Parameters.yesOrNo("copy", copy) || isNew, draft);
        return desk.page(Templates.row(form(target, isNew ? address.getQueryParameters() : null, false), null, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> typed) {
        return once.of(desk.submitter(), typed.getFirst(FormsOnce.NAME), typed.toString(), () -> saved(typed));
    }

    private Response saved(MultivaluedMap<String, String> typed) {
        Target target = target(typed);
        DraftTexts texts = desk.draftTexts();
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
            if (!removes && isTaken(target, typed)) {
                return again(target, typed, new Said(texts.ruleTaken(), false));
            }
            List<RowEdit> edits = removes ? List.of(target.form().removed()) : target.edits(typed);
            if (edits.isEmpty()) {
                return again(target, typed, new Said(texts.nothingChanged(), false));
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
        Target target = target(typed);
        Seen seen = seen(target, typed);
        return desk.page(
                partly == null ? Templates.row(form(target, typed, false), null, seen) : Templates.preview(seen));
    }

    private Seen seen(Target target, MultivaluedMap<String, String> typed) {
        if (target.empties(typed)) {
            return new Seen(null, new Said(desk.draftTexts().emptied(), false));
        }
        if (isTaken(target, typed)) {
            return new Seen(null, new Said(desk.draftTexts().ruleTaken(), false));
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

    private Look look(Preview.Seen seen, Target target, boolean unchanged) {
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

    private PolicyFile changed(Target target, List<RowEdit> edits) throws EditRefused {
        PolicyFile file = target.place().file();
        return new PolicyFile(file.path(), editor.edit(file.path(), file.bytes(), edits, limits));
    }

    /** Whether the row is law that the draft changes: the draft did not add it. */
    private boolean isLaw(Target target) {
        return target.draft() == null
                || workbooks
                        .find(
                                workbooks.files(target.base()),
                                target.place().table().id())
                        .filter(place -> place.table().hasRule(target.rule()))
                        .isPresent();
    }

    private List<OwnDraft> ownDrafts(Target target) {
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
                        .map(draft -> new OwnDraft(draft.title(), desk.address() + "&draft=" + draft.id()))
                        .toList();
    }

    /** Whether the id of the rule stands in another row already. */
    private static boolean isTaken(Target target, MultivaluedMap<String, String> typed) {
        int column = target.place().table().ruleColumn();
        String id = target.id(typed);
        return target.place().table().rules().stream()
                .filter(row -> target.adds(typed)
                        || row.number() != target.form().row().number())
                .anyMatch(row -> row.text(column).equals(id));
    }

    /** The form once more, with what was typed and why it was not saved. */
    private Response again(Target target, MultivaluedMap<String, String> typed, @Nullable Said why) {
        return again(target, typed, why, false);
    }

    /** @param compared whether what stands in the sheet by now is shown beside what was typed */
    private Response again(Target target, MultivaluedMap<String, String> typed, @Nullable Said why, boolean compared) {
        return Response.status(422)
                .entity(desk.page(Templates.row(form(target, typed, compared), why, null)))
                .build();
    }

    /** The files that are changed, and the revision on which a draft of the change is based. */
    private record Based(List<PolicyFile> files, Revision revision) {}

    private Target target(MultivaluedMap<String, String> typed) {
        return target(
                typed.getFirst("table"),
                typed.getFirst("rule"),
                "true".equals(typed.getFirst("copy")),
                typed.getFirst("draft"));
    }

    private Target target(@Nullable String table, @Nullable String rule, boolean copy, @Nullable String draftId) {
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
        return new Target(
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

    private Form form(Target target, @Nullable MultivaluedMap<String, String> typed, boolean compared) {
        CellWords words = new CellWords(desk.inForce(), desk.language());
        Draft draft = target.draft();
        String table = target.place().table().id();
        List<Input> cells = target.form().inputs().stream()
                .map(input -> input(input, target, typed, words, compared))
                .toList();
        return new Form(
                table,
                target.place().table().head().getOrDefault("Title", table),
                target.place().file().path() + " › " + target.place().sheet().name(),
                target.rule(),
                target.copy(),
                target.seen(),
                (draft == null ? "/desk/tables/" : "/desk/drafts/" + draft.id() + "/tables/") + inAddress(table),
                draft == null ? "" : draft.id().toString(),
                draft == null ? "" : draft.title(),
                typed == null ? "" : Objects.requireNonNullElse(typed.getFirst("title"), ""),
                target.form().hasPeriod(),
                typed == null ? "" : Objects.requireNonNullElse(typed.getFirst("from"), ""),
                target.place().table().freeId(target.rule()),
                isLaw(target),
                typed == null ? ownDrafts(target) : List.of(),
                cells);
    }

    private static Input input(
            RowForm.Input input,
            Target target,
            @Nullable MultivaluedMap<String, String> typed,
            CellWords words,
            boolean compared) {
        Column column = input.column();
        boolean isNewId = target.copy() && input.kind() == RowForm.Kind.RULE;
        String stands = isNewId ? target.place().table().freeId(target.rule()) : input.text();
        String text = typed == null || isNewId && !typed.containsKey("c" + column.index())
                ? stands
                : Objects.requireNonNullElse(typed.getFirst("c" + column.index()), "");
        return new Input(
                column.index(),
                column.heading(),
                column.binding(),
                words.label(column),
                input.kind().name().toLowerCase(Locale.ROOT),
                text,
                text.length() > WIDE || text.contains("\n") || input.kind() == RowForm.Kind.NOTE,
                input.choices().stream()
                        .map(code ->
                                new Code(code, words.of(target.place().table().gives(), column, code)))
                        .sorted(Comparator.comparing(
                                code -> code.label().isEmpty() ? code.code() : code.label(), words.order()))
                        .toList(),
                compared && !target.copy() && !text.strip().equals(input.text()) ? input.text() : null);
    }
}
