package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.finding.name.UnknownName;
import kz.sheshim.finding.scenario.CyclicScenarios;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.Repetitions;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Cell;
import org.jspecify.annotations.Nullable;

/** Reads the scenarios of a policy. Leaves out those with a fault of their own or in the scenario whose facts they take over. */
public final class ScenarioReader {
    private final Ruleset ruleset;
    private final FactLayout layout;
    private final Map<String, ScenarioDraft> drafts = new LinkedHashMap<>();
    private final Map<String, SaidFacts> facts = new HashMap<>();
    private final Set<Finding> findings = new LinkedHashSet<>();

    private ScenarioReader(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.layout = new FactLayout(ruleset.vocabulary());
    }

    /** The scenarios in the order of the sheets and rows; every fault is a finding. */
    public static List<Scenario> read(List<ScenarioSheet> sheets, Ruleset ruleset, Consumer<Finding> findings) {
        return new ScenarioReader(ruleset).read(sheets, findings);
    }

    private List<Scenario> read(List<ScenarioSheet> sheets, Consumer<Finding> report) {
        for (ScenarioSheet sheet : sheets) {
            findings.addAll(sheet.findings());
            new ScenarioDraftReader(sheet.sheet(), ruleset, findings::add)
                    .drafts()
                    .forEach(this::add);
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (ScenarioDraft draft : drafts.values()) {
            SaidFacts said = facts(draft);
            said.facts()
                    .filter(read -> !draft.expected().isEmpty())
                    .ifPresent(read -> scenarios.add(
                            new Scenario(draft.id(), draft.shows(), read, draft.expected(), draft.address())));
        }
        findings.removeIf(finding -> sheets.stream().anyMatch(sheet -> sheet.follows(finding)));
        Repetitions.inOne(findings).forEach(report);
        return scenarios;
    }

    private void add(ScenarioDraft draft) {
        ScenarioDraft first = drafts.putIfAbsent(draft.id(), draft);
        if (first != null) {
            findings.add(
                    Finding.at(draft.address(), new Duplicate(Phrase.of("scenario"), draft.id(), first.address())));
        }
    }

    /** From the first scenario of a chain of As in to this one, without recursion: a chain may be as long as a sheet. */
    private SaidFacts facts(ScenarioDraft draft) {
        Map<String, ScenarioDraft> chain = new LinkedHashMap<>();
        ScenarioDraft next = draft;
        while (next != null && !facts.containsKey(next.id())) {
            chain.put(next.id(), next);
            next = base(next, chain.keySet());
        }
        List<ScenarioDraft> rest = new ArrayList<>(chain.values());
        Collections.reverse(rest);
        SaidFacts none = rest.isEmpty() || rest.get(0).asIn() == null ? SaidFacts.NONE : SaidFacts.UNKNOWN;
        SaidFacts said = next == null ? none : facts.getOrDefault(next.id(), none);
        for (ScenarioDraft each : rest) {
            said = said.with(each, ruleset, layout, findings::add);
            facts.put(each.id(), said);
        }
        return said;
    }

    /** The scenario whose facts this one takes over. */
    private @Nullable ScenarioDraft base(ScenarioDraft draft, Collection<String> chain) {
        Cell asIn = draft.asIn();
        if (asIn == null) {
            return null;
        }
        ScenarioDraft base = drafts.get(asIn.text());
        if (base == null) {
            findings.add(Finding.at(
                    asIn.address(),
                    new UnknownName(
                            asIn.text(),
                            Phrase.of("the id of a scenario"),
                            Nearest.to(asIn.text(), drafts.keySet()).orElse(null))));
        } else if (chain.contains(base.id())) {
            List<String> cycle = new ArrayList<>(chain);
            cycle = new ArrayList<>(cycle.subList(cycle.indexOf(base.id()), cycle.size()));
            cycle.add(base.id());
            findings.add(Finding.at(asIn.address(), new CyclicScenarios(cycle)));
            return null;
        }
        return base;
    }
}
