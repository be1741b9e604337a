package kz.sheshim.adapter.http.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.NameForm;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftRefused;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.Upload;
import kz.sheshim.scenario.NewScenario;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.scenario.StandingScenario;
import kz.sheshim.scenario.VerdictPart;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.WorkbookEditor;
import org.jspecify.annotations.Nullable;

/**
 * Saves a tried case as a scenario, or corrects one that stands in a workbook: the desk writes its rows into the workbook, and the workbook becomes a version of a
 * draft.
 */
@Path("/desk/scenarios")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"analyst", "emergency"})
public class ScenarioPages {
    private static final int MAX_SHOWS = 1_000;
    /** The names of the form's own inputs begin with it; all others are the case. */
    static final String OWN = "scenario-";
    /** The inputs that say which scenario of which draft the case corrects. They go with the case to the page where cases are tried, and come back. */
    static final String CORRECTED = "@scenario";

    static final String CORRECTED_IN = "@draft";

    private final Desk desk;
    private final Drafts drafts;
    private final DraftVersions versions;
    private final WorkbookEditor editor;
    private final Limits limits;
    private final VerdictCodec codec;
    private final JsonParser parser;
    private final FormsOnce once;
    private final ScenarioCases cases;

    ScenarioPages(
            Desk desk,
            Drafts drafts,
            DraftVersions versions,
            WorkbookEditor editor,
            Limits limits,
            VerdictCodec codec,
            JsonParser parser,
            FormsOnce once,
            ScenarioCases cases) {
        this.desk = desk;
        this.drafts = drafts;
        this.versions = versions;
        this.editor = editor;
        this.limits = limits;
        this.codec = codec;
        this.parser = parser;
        this.once = once;
        this.cases = cases;
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /**
         * @param tried the inputs of the case
         * @param personal what was left out of them, because it is of the person of a recorded application
         */
        static native TemplateInstance scenario(
                @Nullable ScenarioForm form,
                Phrases.@Nullable Said refused,
                Map<String, List<String>> tried,
                List<String> personal);
    }

    /**
     * A scenario as it stands, and what the rules give for it.
     *
     * @param draft whose scenario it is; without one that of the law in force
     * @param scenario its id
     * @param at the place of one of its cells, where its id is not known
     */
    @GET
    @RolesAllowed({"analyst", "emergency", "approver"})
    public Response standing(
            @QueryParam("draft") @Nullable String draft,
            @QueryParam("scenario") @Nullable String scenario,
            @QueryParam("at") @Nullable String at) {
        ScenarioCases.Target target = cases.target(Objects.requireNonNullElse(draft, ""));
        String id = at == null ? Objects.requireNonNullElse(scenario, "") : id(target, at);
        StandingScenario standing = target.standing(id);
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        FormTexts.of(
                        parser.parse(codec.encodeSubmitted(standing.scenario().facts())
                                        .getBytes(StandardCharsets.UTF_8))
                                .value(),
                        target.ruleset().vocabulary())
                .texts()
                .forEach(typed::addAll);
        typed.putSingle(CORRECTED, id);
        typed.putSingle(CORRECTED_IN, Objects.requireNonNullElse(draft, ""));
        typed.putSingle(OWN + "shows", standing.scenario().shows());
        return form(target, cases.read(target, typed), true, null, 200);
    }

    /** The id of the scenario whose first row has this cell. */
    private static String id(ScenarioCases.Target target, String place) {
        return target.known().stream()
                .filter(scenario -> isIn(scenario.address(), place))
                .findFirst()
                .map(Scenario::id)
                .orElse(place);
    }

    private static boolean isIn(CellAddress first, String place) {
        String sheet = first.ofSheet() + " › ";
        return place.startsWith(sheet)
                && CellAddress.of(first.ofSheet(), place.substring(sheet.length()))
                        .filter(cell -> cell.row() == first.row())
                        .isPresent();
    }

    /** The form, filled with what the law in force says about the case, or the draft whose scenario it corrects. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> typed) {
        ScenarioCases.Target target = cases.target(Objects.requireNonNullElse(typed.getFirst(CORRECTED_IN), ""));
        String corrected = typed.getFirst(CORRECTED);
        if (corrected != null) {
            typed.putSingle(OWN + "shows", target.standing(corrected).scenario().shows());
        }
        return form(target, cases.read(target, typed), true, null, 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> typed) {
        return once.of(desk.submitter(), typed.getFirst(OWN + FormsOnce.NAME), typed.toString(), () -> saved(typed));
    }

    private Response saved(MultivaluedMap<String, String> typed) {
        String corrected = typed.getFirst(CORRECTED);
        ScenarioCases.Target target = cases.target(
                corrected == null ? own(typed, "draft") : Objects.requireNonNullElse(typed.getFirst(CORRECTED_IN), ""));
        ScenarioCases.Case tried = cases.read(target, typed);
        StandingScenario standing = tried.standing();
        String id = standing == null ? own(typed, "id") : standing.scenario().id();
        String shows = own(typed, "shows");
        String title = own(typed, "title");
        ScenarioWords words = words();
        if (!NameForm.SCENARIO.fits(id)) {
            return form(target, tried, false, new Phrases.Said(words.idForm(), false), 422);
        }
        if (standing == null
                && target.known().stream().anyMatch(scenario -> scenario.id().equals(id))) {
            return form(target, tried, false, new Phrases.Said(words.idTaken(), false), 422);
        }
        if (shows.isEmpty() || shows.length() > MAX_SHOWS) {
            return form(target, tried, false, new Phrases.Said(words.needsShows(), false), 422);
        }
        if (target.draft() == null) {
            try {
                DraftInputs.title(title);
            } catch (HttpProblem wrong) {
                return form(
                        target,
                        tried,
                        false,
                        title.isEmpty() ? new Phrases.Said(words.needsTitle(), false) : desk.say(wrong),
                        422);
            }
        }
        NewScenario scenario = tried.sameFacts() ? null : tried.scenario().orElse(null);
        if (scenario == null && !tried.sameFacts()) {
            return form(target, tried, false, null, 422);
        }
        Map<VerdictPart, String> expected = new EnumMap<>(VerdictPart.class);
        for (VerdictPart part : VerdictPart.values()) {
            expected.put(part, own(typed, part.text()));
        }
        String sheet = (standing == null
                        ? Objects.requireNonNull(scenario).sheet()
                        : standing.on().sheet())
                .file();
        PolicyFile file = target.files().stream()
                .filter(each -> each.path().endsWith("/" + sheet))
                .findFirst()
                .orElseThrow();
        List<RowEdit> edits = standing == null
                ? Objects.requireNonNull(scenario).edits(target.ruleset(), id, shows, expected)
                : standing.edits(target.ruleset(), scenario, shows, expected);
        if (edits.isEmpty()) {
            return form(target, tried, false, new Phrases.Said(words.nothingChanged(), false), 422);
        }
        try {
            List<PolicyFile> changed =
                    List.of(new PolicyFile(file.path(), editor.edit(file.path(), file.bytes(), edits, limits)));
            Draft saved = (target.draft() == null
                            ? versions.open(title, target.ruleset().revision(), Upload.of(changed), desk.person())
                            : versions.upload(
                                    target.draft().id(),
                                    DraftInputs.version(typed.getFirst(
                                            OWN + "version-" + target.draft().id())),
                                    Upload.of(changed),
                                    desk.person()))
                    .draft();
            return Shown.page("/desk/drafts/" + saved.id()
                            + (standing == null || own(typed, "next").isEmpty()
                                    ? ""
                                    : "/failing/next?after=" + Shown.inAddress(id)))
                    .build();
        } catch (EditRefused refused) {
            return form(target, tried, false, desk.say(refused.phrase()), 422);
        } catch (DraftRefused refused) {
            return form(target, tried, false, desk.say(refused.phrase()), 422);
        }
    }

    private ScenarioWords words() {
        return MessageBundles.get(ScenarioWords.class, Localized.Literal.of(desk.tag()));
    }

    static String own(MultivaluedMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(OWN + name), "").strip();
    }

    /** @param decided whether the expectations are filled with the verdict */
    private Response form(
            ScenarioCases.Target target,
            ScenarioCases.Case tried,
            boolean decided,
            Phrases.@Nullable Said refused,
            int status) {
        MultivaluedMap<String, String> typed = tried.typed();
        NewScenario scenario = tried.scenario().orElse(null);
        StandingScenario standing = tried.standing();
        if (scenario == null && !tried.sameFacts()) {
            String why = tried.isFaulty() ? words().mendFirst() : words().noColumns();
            return Response.status(422)
                    .entity(desk.page(Templates.scenario(
                            null, new Phrases.Said(why, false), ScenarioCases.tried(typed), tried.personal())))
                    .build();
        }
        FactNames names = new FactNames(target.ruleset().vocabulary(), desk.language());
        List<ScenarioForm.Said> facts = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        if (scenario != null) {
            scenario.facts().forEach((path, text) -> facts.add(new ScenarioForm.Said(names.of(path.toString()), text)));
            scenario.counts()
                    .forEach((entity, count) ->
                            facts.add(new ScenarioForm.Said(names.of(entity), String.valueOf(count))));
            scenario.leftOut().forEach(path -> leftOut.add(names.of(path.toString())));
        }
        Optional<Verdict> verdict = tried.verdict().get();
        Draft draft = target.draft();
        ScenarioForm form = new ScenarioForm(
                standing == null
                        ? Objects.requireNonNull(scenario).sheet().file() + " › "
                                + scenario.sheet().name()
                        : standing.scenario().address().toString(),
                scenario == null ? "" : scenario.asIn(),
                facts,
                leftOut,
                standing == null
                        ? ScenarioForm.expectations(
                                Objects.requireNonNull(scenario).parts(), decided ? verdict : Optional.empty(), typed)
                        : ScenarioForm.expectations(standing, target.ruleset(), verdict, decided, typed),
                standing != null
                        ? standing.scenario().id()
                        : decided ? ScenarioForm.freeId(target.known()) : own(typed, "id"),
                own(typed, "shows"),
                own(typed, "title"),
                standing == null
                        ? own(typed, "draft")
                        : draft == null ? "" : draft.id().toString(),
                drafts.undecided(),
                standing != null,
                verdict.isEmpty(),
                desk.is(Role.ANALYST) && paths(target.ruleset()).equals(paths(desk.inForce())),
                desk.writes() && (draft == null || draft.isOpen()));
        return Response.status(status)
                .entity(desk.page(Templates.scenario(form, refused, ScenarioCases.tried(typed), tried.personal())))
                .build();
    }

    private static List<FieldPath> paths(Ruleset ruleset) {
        return ruleset.vocabulary().fields().stream().map(Field::path).toList();
    }
}
