package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.Shown.inAddress;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.adapter.http.DraftInputs;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.DecisionTooSlow;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.engine.RulesNeverEnd;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftRefused;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.Upload;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.scenario.ScenarioReader;
import kz.sheshim.scenario.StandingScenario;
import kz.sheshim.scenario.VerdictPart;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.WorkbookEditor;
import org.jspecify.annotations.Nullable;

/** The scenarios that fail in a draft, of which many can take over what the draft decides, in one version. */
@Path("/desk/drafts/{id}/failing")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"analyst", "emergency"})
public class FailingPages {
    private final Desk desk;
    private final Drafts drafts;
    private final DraftVersions versions;
    private final PolicyCompiler compiler;
    private final WorkbookEditor editor;
    private final Limits limits;

    FailingPages(
            Desk desk,
            Drafts drafts,
            DraftVersions versions,
            PolicyCompiler compiler,
            WorkbookEditor editor,
            Limits limits) {
        this.desk = desk;
        this.drafts = drafts;
        this.versions = versions;
        this.compiler = compiler;
        this.editor = editor;
        this.limits = limits;
    }

    /** A cell of a failing scenario. */
    public record Differing(String heading, String before, String after) {}

    /** A failing scenario. @param cells none: the rules give no verdict, so nothing can be taken over */
    public record Failing(String id, String shows, List<Differing> cells) {}

    /** A failing scenario where it stands, and what the rules give. */
    private record Found(StandingScenario standing, @Nullable Verdict verdict) {}

    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /** @param asked whether the reader is asked to confirm these */
        static native TemplateInstance failing(
                Draft draft, List<Failing> scenarios, boolean asked, boolean writable, @Nullable Said refused);
    }

    @GET
    @RolesAllowed({"analyst", "emergency", "approver"})
    public TemplateInstance list(@PathParam("id") String id) {
        return page(drafts.get(DraftInputs.id(id)), Set.of(), null);
    }

    /** Leads to the failing scenario after this one; to the draft if there is none. */
    @GET
    @Path("/next")
    public Response next(@PathParam("id") String id, @QueryParam("after") @Nullable String after) {
        Draft draft = drafts.get(DraftInputs.id(id));
        List<String> failing = find(draft).stream()
                .map(each -> each.standing().scenario().id())
                .toList();
        List<String> all = ScenarioReader.read(sheets(draft), ruleset(draft), finding -> {}).stream()
                .map(Scenario::id)
                .toList();
        int from = after == null ? -1 : all.indexOf(after);
        return failing.stream()
                .filter(each -> all.indexOf(each) > from)
                .findFirst()
                .or(() -> failing.stream().findFirst())
                .map(each -> Shown.page("/desk/scenarios?draft=" + draft.id() + "&scenario=" + inAddress(each)))
                .orElseGet(() -> Shown.page("/desk/drafts/" + draft.id()))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        Draft draft = drafts.get(DraftInputs.id(id));
        Set<String> selected = Set.copyOf(typed.getOrDefault("scenario", List.of()));
        if (selected.isEmpty()) {
            return refused(draft, selected, new Said(words().selectFirst(), false));
        }
        if (!typed.containsKey("confirmed")) {
            return Response.ok(page(draft, selected, null)).build();
        }
        try {
            List<PolicyFile> changed = changed(draft, selected);
            Draft saved = versions.upload(
                            draft.id(),
                            DraftInputs.version(typed.getFirst("version")),
                            Upload.of(changed),
                            desk.person())
                    .draft();
            return DraftPages.to(saved);
        } catch (EditRefused wrong) {
            return refused(draft, selected, desk.say(wrong.phrase()));
        } catch (DraftRefused wrong) {
            return refused(draft, selected, desk.say(wrong.phrase()));
        }
    }

    private Response refused(Draft draft, Set<String> selected, Said why) {
        return Response.status(422).entity(page(draft, selected, why)).build();
    }

    private TemplateInstance page(Draft draft, Set<String> selected, @Nullable Said refused) {
        Ruleset ruleset = ruleset(draft);
        List<Failing> scenarios = find(draft).stream()
                .filter(each -> selected.isEmpty()
                        || selected.contains(each.standing().scenario().id()))
                .map(each -> new Failing(
                        each.standing().scenario().id(),
                        each.standing().scenario().shows(),
                        differing(each, ruleset)))
                .toList();
        return desk.page(
                Templates.failing(draft, scenarios, !selected.isEmpty(), desk.writes() && draft.isOpen(), refused));
    }

    private static List<Differing> differing(Found found, Ruleset ruleset) {
        List<Differing> cells = new ArrayList<>();
        Verdict verdict = found.verdict();
        if (verdict != null) {
            found.standing().parts(ruleset).forEach((part, heading) -> {
                if (!found.standing().isMetBy(verdict, part)) {
                    cells.add(new Differing(heading, found.standing().expects(part, ruleset), part.cell(verdict)));
                }
            });
        }
        return cells;
    }

    /** The workbooks with the cells of the selected scenarios written anew. */
    private List<PolicyFile> changed(Draft draft, Set<String> selected) throws EditRefused {
        Ruleset ruleset = ruleset(draft);
        Map<String, List<RowEdit>> edits = new LinkedHashMap<>();
        for (Found found : find(draft)) {
            StandingScenario standing = found.standing();
            Verdict verdict = found.verdict();
            if (verdict == null || !selected.contains(standing.scenario().id())) {
                continue;
            }
            Map<VerdictPart, String> expected = new EnumMap<>(VerdictPart.class);
            standing.parts(ruleset)
                    .keySet()
                    .forEach(part -> expected.put(
                            part,
                            standing.isMetBy(verdict, part) ? standing.expects(part, ruleset) : part.cell(verdict)));
            edits.computeIfAbsent(standing.on().sheet().file(), any -> new ArrayList<>())
                    .addAll(standing.edits(ruleset, null, standing.scenario().shows(), expected));
        }
        List<PolicyFile> changed = new ArrayList<>();
        for (PolicyFile file : drafts.files(draft)) {
            List<RowEdit> ofFile = edits.getOrDefault(file.name(), List.of());
            if (!ofFile.isEmpty()) {
                changed.add(new PolicyFile(file.path(), editor.edit(file.path(), file.bytes(), ofFile, limits)));
            }
        }
        return changed;
    }

    private List<Found> find(Draft draft) {
        List<ScenarioSheet> sheets = sheets(draft);
        Ruleset ruleset = ruleset(draft);
        List<Scenario> known = ScenarioReader.read(sheets, ruleset, finding -> {});
        List<Found> failing = new ArrayList<>();
        try (DecidingPolicy policy = compiler.compile(ruleset)) {
            for (Scenario scenario : known) {
                Verdict verdict = verdict(policy, scenario).orElse(null);
                StandingScenario.of(sheets, known, scenario.id())
                        .filter(standing -> verdict == null
                                || Stream.of(VerdictPart.values()).anyMatch(part -> !standing.isMetBy(verdict, part)))
                        .ifPresent(standing -> failing.add(new Found(standing, verdict)));
            }
        } catch (FaultyRuleset faulty) {
            return List.of();
        }
        return failing;
    }

    private static Optional<Verdict> verdict(DecidingPolicy policy, Scenario scenario) {
        try {
            return Optional.of(policy.decide(scenario.facts()));
        } catch (RulesConflict | RulesNeverEnd | DecisionTooSlow undecided) {
            return Optional.empty();
        }
    }

    private List<ScenarioSheet> sheets(Draft draft) {
        List<ScenarioSheet> sheets = new ArrayList<>();
        compiler.reader().read(drafts.files(draft), finding -> {}, sheets::add);
        return sheets;
    }

    private Ruleset ruleset(Draft draft) {
        return compiler.reader()
                .read(drafts.files(draft), finding -> {}, sheet -> {})
                .orElseThrow(() -> Problems.badParameter(
                        "draft", Phrase.of("{0} must be a draft whose workbooks can be read.", "draft")));
    }

    private ScenarioWords words() {
        return MessageBundles.get(ScenarioWords.class, Localized.Literal.of(desk.tag()));
    }
}
