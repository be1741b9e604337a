package kz.sheshim.adapter.http.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.scenario.NewScenario;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.scenario.ScenarioReader;
import kz.sheshim.scenario.StandingScenario;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Reads the cases that become scenarios: the case that was typed, what it is added to, and what the rules say about it. */
@RequestScoped
class ScenarioCases {
    private final Desk desk;
    private final Rulesets rulesets;
    private final Drafts drafts;
    private final PolicyCompiler compiler;
    private final int maxInstances;

    ScenarioCases(Desk desk, Rulesets rulesets, Drafts drafts, PolicyCompiler compiler, DecideApplication decide) {
        this.desk = desk;
        this.rulesets = rulesets;
        this.drafts = drafts;
        this.compiler = compiler;
        this.maxInstances = decide.maxInstances();
    }

    /** The files that the scenario is added to, and what they say. */
    record Target(
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
    record Case(
            MultivaluedMap<String, String> typed,
            List<String> personal,
            boolean isFaulty,
            Supplier<Optional<Verdict>> verdict,
            Optional<NewScenario> scenario,
            @Nullable StandingScenario standing,
            boolean sameFacts) {}

    /** The facts of the case; empty if it is faulty. */
    private Optional<Facts> facts(Ruleset ruleset, MultivaluedMap<String, String> typed) {
        ApplicationReader.Reading reading = new ApplicationReader(new FactLayout(ruleset.vocabulary()), maxInstances)
                .read(new FormTexts(tried(typed)).application(ruleset.vocabulary(), desk.zone(), maxInstances));
        return reading.faults().isEmpty() ? Optional.of(reading.facts()) : Optional.empty();
    }

    Case read(Target target, MultivaluedMap<String, String> all) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>(all);
        List<String> personal = PersonalInputs.leaveOut(typed, target.ruleset().vocabulary()).stream()
                .map(field -> field.label().in(desk.language()))
                .toList();
        Optional<Facts> facts = facts(target.ruleset(), typed);
        String corrected = typed.getFirst(ScenarioPages.CORRECTED);
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

    static Map<String, List<String>> tried(MultivaluedMap<String, String> typed) {
        Map<String, List<String>> tried = new HashMap<>(typed);
        tried.keySet().removeIf(name -> name.startsWith(ScenarioPages.OWN));
        return tried;
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

    Target target(String draftId) {
        Draft draft = draftId.isEmpty() ? null : drafts.get(DraftInputs.id(draftId));
        List<PolicyFile> files = draft == null ? rulesets.withCurrent(LoadedRuleset::files) : drafts.files(draft);
        List<ScenarioSheet> sheets = new ArrayList<>();
        Ruleset ruleset = compiler.reader()
                .read(files, finding -> {}, sheets::add)
                .orElseThrow(() -> Problems.badParameter(
                        ScenarioPages.OWN + "draft",
                        Phrase.of("{0} must be a draft whose workbooks can be read.", ScenarioPages.OWN + "draft")));
        return new Target(draft, files, ruleset, sheets, ScenarioReader.read(sheets, ruleset, finding -> {}));
    }
}
