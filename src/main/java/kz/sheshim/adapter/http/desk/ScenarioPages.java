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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.DecisionTooSlow;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.engine.RulesNeverEnd;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.NameForm;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftRefused;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.Upload;
import kz.sheshim.scenario.NewScenario;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.scenario.ScenarioReader;
import kz.sheshim.scenario.StandingScenario;
import kz.sheshim.scenario.VerdictPart;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Phrase;
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
    private static final String OWN = "scenario-";
    /** The inputs that say which scenario of which draft the case corrects. They go with the case to the page where cases are tried, and come back. */
    static final String CORRECTED = "@scenario";

    static final String CORRECTED_IN = "@draft";

    private final Desk desk;
    private final Rulesets rulesets;
    private final Drafts drafts;
    private final DraftVersions versions;
    private final PolicyCompiler compiler;
    private final WorkbookEditor editor;
    private final Limits limits;
    private final VerdictCodec codec;
    private final JsonParser parser;
    private final FormsOnce once;
    private final int maxInstances;

    ScenarioPages(
            Desk desk,
            Rulesets rulesets,
            Drafts drafts,
            DraftVersions versions,
            PolicyCompiler compiler,
            WorkbookEditor editor,
            Limits limits,
            VerdictCodec codec,
            JsonParser parser,
            FormsOnce once,
            DecideApplication decide) {
        this.desk = desk;
        this.rulesets = rulesets;
        this.drafts = drafts;
        this.versions = versions;
        this.compiler = compiler;
        this.editor = editor;
        this.limits = limits;
        this.codec = codec;
        this.parser = parser;
        this.once = once;
        this.maxInstances = decide.maxInstances();
    }

    /** A fact that the scenario writes. */
    public record Said(String label, String text) {}

    /**
     * What is expected of a part of the verdict.
     *
     * @param differs whether a scenario that stands there expects otherwise than the rules give
     * @param before what it expects
     * @param given what the rules give
     */
    public record Expectation(String name, String heading, String text, boolean differs, String before, String given) {}

    /**
     * The form.
     *
     * @param place the workbook and the sheet
     * @param asIn the scenario whose facts it takes over; empty: none
     * @param leftOut the facts that no sheet has a column for
     * @param corrects whether the scenario stands there already
     * @param undecided whether the rules give no verdict
     * @param tryable whether its facts can be changed where cases are tried
     * @param saveable whether it can be saved
     */
    public record Form(
            String place,
            String asIn,
            List<Said> facts,
            List<String> leftOut,
            List<Expectation> expected,
            String id,
            String shows,
            String title,
            String draft,
            List<Draft> drafts,
            boolean corrects,
            boolean undecided,
            boolean tryable,
            boolean saveable) {
        /** Whether the rules give something else than it expects. */
        public boolean differs() {
            return expected.stream().anyMatch(Expectation::differs);
        }
    }

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /**
         * @param tried the inputs of the case
         * @param personal what was left out of them, because it is of the person of a recorded application
         */
        static native TemplateInstance scenario(
                @Nullable Form form,
                Phrases.@Nullable Said refused,
                Map<String, List<String>> tried,
                List<String> personal);
    }

    /** The files that the scenario is added to, and what they say. */
    private record Target(
            @Nullable Draft draft,
            List<PolicyFile> files,
            Ruleset ruleset,
            List<ScenarioSheet> sheets,
            List<Scenario> known) {
        StandingScenario standing(String id) {
            return StandingScenario.of(sheets, known, id)
                    .orElseThrow(() -> Problems.notFound(Phrase.of("There is no scenario {0}.", id)));
        }
    }

    /**
     * A case that was typed, read and decided once.
     *
     * @param personal the labels of what was left out, because it is of the person of a recorded application
     * @param verdict what the law in force says, or the draft whose scenario is corrected; empty if its rules say nothing
     * @param scenario empty if the case is faulty, or decided otherwise without what no sheet has a column for
     * @param standing the scenario that it corrects; null: it is a new one
     * @param sameFacts whether the scenario that it corrects says the same facts
     */
    private record Case(
            MultivaluedMap<String, String> typed,
            List<String> personal,
            boolean isFaulty,
            Supplier<Optional<Verdict>> verdict,
            Optional<NewScenario> scenario,
            @Nullable StandingScenario standing,
            boolean sameFacts) {}

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
        Target target = target(Objects.requireNonNullElse(draft, ""));
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
        return form(target, read(target, typed), true, null, 200);
    }

    /** The id of the scenario whose first row has this cell. */
    private static String id(Target target, String place) {
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
        Target target = target(Objects.requireNonNullElse(typed.getFirst(CORRECTED_IN), ""));
        String corrected = typed.getFirst(CORRECTED);
        if (corrected != null) {
            typed.putSingle(OWN + "shows", target.standing(corrected).scenario().shows());
        }
        return form(target, read(target, typed), true, null, 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> typed) {
        return once.of(desk.submitter(), typed.getFirst(OWN + FormsOnce.NAME), typed.toString(), () -> saved(typed));
    }

    private Response saved(MultivaluedMap<String, String> typed) {
        String corrected = typed.getFirst(CORRECTED);
        Target target = target(
                corrected == null ? own(typed, "draft") : Objects.requireNonNullElse(typed.getFirst(CORRECTED_IN), ""));
        Case tried = read(target, typed);
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

    private static String own(MultivaluedMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(OWN + name), "").strip();
    }

    private Target target(String draftId) {
        Draft draft = draftId.isEmpty() ? null : drafts.get(DraftInputs.id(draftId));
        List<PolicyFile> files = draft == null ? rulesets.withCurrent(LoadedRuleset::files) : drafts.files(draft);
        List<ScenarioSheet> sheets = new ArrayList<>();
        Ruleset ruleset = compiler.reader()
                .read(files, finding -> {}, sheets::add)
                .orElseThrow(() -> Problems.badParameter(
                        OWN + "draft", Phrase.of("{0} must be a draft whose workbooks can be read.", OWN + "draft")));
        return new Target(draft, files, ruleset, sheets, ScenarioReader.read(sheets, ruleset, finding -> {}));
    }

    /** The facts of the case; empty if it is faulty. */
    private Optional<Facts> facts(Ruleset ruleset, MultivaluedMap<String, String> typed) {
        ApplicationReader.Reading reading = new ApplicationReader(new FactLayout(ruleset.vocabulary()), maxInstances)
                .read(new FormTexts(tried(typed)).application(ruleset.vocabulary(), desk.zone(), maxInstances));
        return reading.faults().isEmpty() ? Optional.of(reading.facts()) : Optional.empty();
    }

    private Case read(Target target, MultivaluedMap<String, String> all) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>(all);
        List<String> personal = PersonalInputs.leaveOut(typed, target.ruleset().vocabulary()).stream()
                .map(field -> field.label().in(desk.language()))
                .toList();
        Optional<Facts> facts = facts(target.ruleset(), typed);
        String corrected = typed.getFirst(CORRECTED);
        if (corrected != null) {
            StandingScenario standing = target.standing(corrected);
            return new Case(
                    typed,
                    personal,
                    facts.isEmpty(),
                    () -> facts.flatMap(each -> verdict(target, each)),
                    facts.flatMap(each -> standing.with(each, target.known(), target.ruleset()))
                            .filter(each -> each.leftOut().isEmpty()),
                    standing,
                    facts.filter(each -> standing.says(each, target.ruleset())).isPresent());
        }
        Optional<Verdict> verdict = verdict(typed);
        Optional<NewScenario> scenario = facts.flatMap(
                        each -> NewScenario.of(target.sheets(), target.known(), target.ruleset(), each))
                .filter(each -> each.leftOut().isEmpty()
                        || expected(each, verdict(without(typed, each.leftOut())))
                                .equals(expected(each, verdict)));
        return new Case(typed, personal, facts.isEmpty(), () -> verdict, scenario, null, false);
    }

    private static MultivaluedMap<String, String> without(MultivaluedMap<String, String> typed, Set<FactPath> leftOut) {
        MultivaluedMap<String, String> rest = new MultivaluedHashMap<>(typed);
        leftOut.forEach(path -> rest.remove(path.toString()));
        return rest;
    }

    private static List<String> expected(NewScenario scenario, Optional<Verdict> verdict) {
        return verdict.stream()
                .flatMap(each -> scenario.parts().keySet().stream().map(part -> part.cell(each)))
                .toList();
    }

    private static Map<String, List<String>> tried(MultivaluedMap<String, String> typed) {
        Map<String, List<String>> tried = new HashMap<>(typed);
        tried.keySet().removeIf(name -> name.startsWith(OWN));
        return tried;
    }

    /** @param decided whether the expectations are filled with the verdict */
    private Response form(Target target, Case tried, boolean decided, Phrases.@Nullable Said refused, int status) {
        MultivaluedMap<String, String> typed = tried.typed();
        NewScenario scenario = tried.scenario().orElse(null);
        StandingScenario standing = tried.standing();
        if (scenario == null && !tried.sameFacts()) {
            String why = tried.isFaulty() ? words().mendFirst() : words().noColumns();
            return Response.status(422)
                    .entity(desk.page(
                            Templates.scenario(null, new Phrases.Said(why, false), tried(typed), tried.personal())))
                    .build();
        }
        FactNames names = new FactNames(target.ruleset().vocabulary(), desk.language());
        List<Said> facts = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        if (scenario != null) {
            scenario.facts().forEach((path, text) -> facts.add(new Said(names.of(path.toString()), text)));
            scenario.counts().forEach((entity, count) -> facts.add(new Said(names.of(entity), String.valueOf(count))));
            scenario.leftOut().forEach(path -> leftOut.add(names.of(path.toString())));
        }
        Optional<Verdict> verdict = tried.verdict().get();
        Draft draft = target.draft();
        Form form = new Form(
                standing == null
                        ? Objects.requireNonNull(scenario).sheet().file() + " › "
                                + scenario.sheet().name()
                        : standing.scenario().address().toString(),
                scenario == null ? "" : scenario.asIn(),
                facts,
                leftOut,
                standing == null
                        ? expectations(
                                Objects.requireNonNull(scenario).parts(), decided ? verdict : Optional.empty(), typed)
                        : expectations(standing, target.ruleset(), verdict, decided, typed),
                standing != null ? standing.scenario().id() : decided ? freeId(target.known()) : own(typed, "id"),
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
                .entity(desk.page(Templates.scenario(form, refused, tried(typed), tried.personal())))
                .build();
    }

    private static List<FieldPath> paths(Ruleset ruleset) {
        return ruleset.vocabulary().fields().stream().map(Field::path).toList();
    }

    private static List<Expectation> expectations(
            Map<VerdictPart, String> headings, Optional<Verdict> verdict, MultivaluedMap<String, String> typed) {
        List<Expectation> all = new ArrayList<>();
        headings.forEach((part, heading) -> all.add(new Expectation(
                OWN + part.text(), heading, verdict.map(part::cell).orElse(own(typed, part.text())), false, "", "")));
        return all;
    }

    /** What it expects now, and, where the rules give something else, that. */
    private static List<Expectation> expectations(
            StandingScenario standing,
            Ruleset ruleset,
            Optional<Verdict> verdict,
            boolean decided,
            MultivaluedMap<String, String> typed) {
        List<Expectation> all = new ArrayList<>();
        standing.parts(ruleset).forEach((part, heading) -> {
            String now = standing.expects(part, ruleset);
            Optional<String> given =
                    verdict.filter(each -> !standing.isMetBy(each, part)).map(part::cell);
            all.add(new Expectation(
                    OWN + part.text(),
                    heading,
                    decided ? given.orElse(now) : own(typed, part.text()),
                    given.isPresent(),
                    now,
                    given.orElse("")));
        });
        return all;
    }

    private static String freeId(List<Scenario> known) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "tried-" + number)
                .filter(id -> known.stream().noneMatch(scenario -> scenario.id().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    /** What the law in force says about the case; empty if its rules say nothing. */
    private Optional<Verdict> verdict(MultivaluedMap<String, String> typed) {
        return rulesets.withCurrent(loaded -> facts(loaded.ruleset(), typed).flatMap(facts -> {
            try {
                return Optional.of(loaded.policy().reference().decide(facts));
            } catch (RulesConflict | RulesNeverEnd undecided) {
                return Optional.empty();
            }
        }));
    }

    /** What the rules give of which the scenario is a part; empty if they say nothing. */
    private Optional<Verdict> verdict(Target target, Facts facts) {
        try (DecidingPolicy policy = compiler.compile(target.ruleset())) {
            return Optional.of(policy.decide(facts));
        } catch (FaultyRuleset | RulesConflict | RulesNeverEnd | DecisionTooSlow undecided) {
            return Optional.empty();
        }
    }
}
