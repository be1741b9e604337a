package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.engine.RulesNeverEnd;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
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
import kz.sheshim.scenario.VerdictPart;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.WorkbookEditor;
import org.jspecify.annotations.Nullable;

/** Saves a tried case as a scenario: the desk writes its rows into the workbook, and the workbook becomes a version of a draft. */
@Path("/desk/scenarios")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"analyst", "emergency"})
public class ScenarioPages {
    private static final int MAX_SHOWS = 1_000;
    /** The names of the form's own inputs begin with it; all others are the case. */
    private static final String OWN = "scenario-";

    private final Desk desk;
    private final Rulesets rulesets;
    private final Drafts drafts;
    private final DraftVersions versions;
    private final PolicyCompiler compiler;
    private final WorkbookEditor editor;
    private final Limits limits;
    private final int maxInstances;

    ScenarioPages(
            Desk desk,
            Rulesets rulesets,
            Drafts drafts,
            DraftVersions versions,
            PolicyCompiler compiler,
            WorkbookEditor editor,
            Limits limits,
            DecideApplication decide) {
        this.desk = desk;
        this.rulesets = rulesets;
        this.drafts = drafts;
        this.versions = versions;
        this.compiler = compiler;
        this.editor = editor;
        this.limits = limits;
        this.maxInstances = decide.maxInstances();
    }

    /** A fact that the scenario writes. */
    public record Said(String label, String text) {}

    /** What is expected of a part of the verdict. */
    public record Expectation(String name, String heading, String text) {}

    /**
     * The form.
     *
     * @param place the workbook and the sheet
     * @param asIn the scenario whose facts it takes over; empty: none
     * @param leftOut the facts that no sheet has a column for
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
            List<Draft> drafts) {}

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
            List<Scenario> known) {}

    /**
     * A case that was typed, read and decided once.
     *
     * @param personal the labels of what was left out, because it is of the person of a recorded application
     * @param verdict what the law in force says; empty if its rules say nothing
     * @param scenario empty if the case is faulty, or decided otherwise without what no sheet has a column for
     */
    private record Case(
            MultivaluedMap<String, String> typed,
            List<String> personal,
            boolean isFaulty,
            Optional<Verdict> verdict,
            Optional<NewScenario> scenario) {}

    /** The form, filled with what the law in force says about the case. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> typed) {
        Target target = target("");
        return form(target, read(target, typed), true, null, 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> typed) {
        Target target = target(own(typed, "draft"));
        Case tried = read(target, typed);
        String id = own(typed, "id");
        String shows = own(typed, "shows");
        String title = own(typed, "title");
        ScenarioWords words = words();
        if (!NameForm.SCENARIO.fits(id)) {
            return form(target, tried, false, new Phrases.Said(words.idForm(), false), 422);
        }
        if (target.known().stream().anyMatch(scenario -> scenario.id().equals(id))) {
            return form(target, tried, false, new Phrases.Said(words.idTaken(), false), 422);
        }
        if (shows.isEmpty() || shows.length() > MAX_SHOWS) {
            return form(target, tried, false, new Phrases.Said(words.needsShows(), false), 422);
        }
        if (target.draft() == null && (DraftInputs.optionalTitle(title).isEmpty())) {
            return form(target, tried, false, new Phrases.Said(words.needsTitle(), false), 422);
        }
        Optional<NewScenario> scenario = tried.scenario();
        if (scenario.isEmpty()) {
            return form(target, tried, false, null, 422);
        }
        Map<VerdictPart, String> expected = new EnumMap<>(VerdictPart.class);
        scenario.get().parts().keySet().forEach(part -> expected.put(part, own(typed, part.text())));
        PolicyFile file = target.files().stream()
                .filter(each ->
                        each.path().endsWith("/" + scenario.get().sheet().file()))
                .findFirst()
                .orElseThrow();
        try {
            List<PolicyFile> changed = List.of(new PolicyFile(
                    file.path(),
                    editor.edit(
                            file.path(),
                            file.bytes(),
                            scenario.get().edits(target.ruleset(), id, shows, expected),
                            limits)));
            Draft saved = (target.draft() == null
                            ? versions.open(title, target.ruleset().revision(), Upload.of(changed), desk.person())
                            : versions.upload(
                                    target.draft().id(),
                                    DraftInputs.version(typed.getFirst(
                                            OWN + "version-" + target.draft().id())),
                                    Upload.of(changed),
                                    desk.person()))
                    .draft();
            return Shown.page("/desk/drafts/" + saved.id()).build();
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
                .orElseThrow(() -> Problems.badParameter(OWN + "draft", "a draft whose workbooks can be read"));
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
        Optional<Verdict> verdict = verdict(typed);
        Optional<NewScenario> scenario = facts.flatMap(
                        each -> NewScenario.of(target.sheets(), target.known(), target.ruleset(), each))
                .filter(each -> each.leftOut().isEmpty()
                        || expected(each, verdict(without(typed, each.leftOut())))
                                .equals(expected(each, verdict)));
        return new Case(typed, personal, facts.isEmpty(), verdict, scenario);
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
        Optional<NewScenario> scenario = tried.scenario();
        if (scenario.isEmpty()) {
            String why = tried.isFaulty() ? words().mendFirst() : words().noColumns();
            return Response.status(422)
                    .entity(desk.page(
                            Templates.scenario(null, new Phrases.Said(why, false), tried(typed), tried.personal())))
                    .build();
        }
        Optional<Verdict> verdict = decided ? tried.verdict() : Optional.empty();
        FactNames names = new FactNames(target.ruleset().vocabulary(), desk.language());
        List<Said> facts = new ArrayList<>();
        scenario.get().facts().forEach((path, text) -> facts.add(new Said(names.of(path.toString()), text)));
        scenario.get()
                .counts()
                .forEach((entity, count) -> facts.add(new Said(names.of(entity), String.valueOf(count))));
        Form form = new Form(
                scenario.get().sheet().file() + " › " + scenario.get().sheet().name(),
                scenario.get().asIn(),
                facts,
                scenario.get().leftOut().stream()
                        .map(path -> names.of(path.toString()))
                        .toList(),
                scenario.get().parts().entrySet().stream()
                        .map(part -> new Expectation(
                                OWN + part.getKey().text(),
                                part.getValue(),
                                verdict.map(part.getKey()::cell)
                                        .orElse(own(typed, part.getKey().text()))))
                        .toList(),
                decided ? freeId(target.known()) : own(typed, "id"),
                own(typed, "shows"),
                own(typed, "title"),
                own(typed, "draft"),
                drafts.undecided());
        return Response.status(status)
                .entity(desk.page(Templates.scenario(form, refused, tried(typed), tried.personal())))
                .build();
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
}
