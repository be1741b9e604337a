package kz.sheshim.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Fault;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.scenario.InvalidScenario;
import kz.sheshim.finding.scenario.MisplacedMissing;
import kz.sheshim.finding.scenario.WrongInstanceCount;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.ConditionParser;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Cell;

/**
 * The facts of a scenario, its own and those taken over: the cells that write them, and what an application that says the same is read as.
 *
 * @param cells by the fact that they write, also those that take a fact back
 * @param instances how many instances each entity that occurs many times has
 * @param faults the places of the application that are faulty
 * @param whole whether nothing that it says or takes over is left out for a fault that is told elsewhere
 */
record SaidFacts(
        SortedMap<FactPath, Cell> cells,
        Map<String, Integer> instances,
        Set<String> faults,
        boolean whole,
        Optional<Facts> facts) {
    /** Takes a fact back: the application does not say it. */
    static final String NOT_SAID = "not said";
    /** The same, for a field whose absence means that there is none; the word that conditions have for it. */
    private static final String MISSING = "missing";

    /** Maximum number of instances in a scenario: more than any example needs, and few enough for a chain of scenarios in which each adds one. */
    private static final int MAX_INSTANCES = 200;

    static final SaidFacts NONE = new SaidFacts(new TreeMap<>(), Map.of(), Set.of(), true, Optional.empty());

    /** Those of a scenario that is not known. */
    static final SaidFacts UNKNOWN = new SaidFacts(new TreeMap<>(), Map.of(), Set.of(), false, Optional.empty());

    /** These facts with what a draft writes; whatever is faulty in that is a finding. */
    SaidFacts with(ScenarioDraft draft, Ruleset ruleset, FactLayout layout, Consumer<Finding> findings) {
        Vocabulary vocabulary = ruleset.vocabulary();
        boolean complete = whole && draft.whole();
        TreeMap<FactPath, Cell> all = new TreeMap<>(cells);
        all.putAll(draft.cells());
        Map<String, Integer> counted = new HashMap<>();
        for (Entity entity : vocabulary.submittedEntities()) {
            if (entity.many()) {
                int known = Math.max(instances.getOrDefault(entity.name(), 0), draft.described(entity.name()));
                int count = count(entity.name(), draft, known, complete, findings);
                counted.put(entity.name(), count);
                all.keySet().removeIf(path -> path.field().entity().equals(entity.name()) && path.index() >= count);
            }
        }
        ScenarioApplication application = new ScenarioApplication(vocabulary, counted);
        all.forEach((path, cell) -> {
            if (!takesBack(cell)) {
                application.say(path, cell.text());
            }
        });
        // The submitter's own number is the scenario's id, unless a cell says another one.
        application.say(new FactPath(ruleset.policy().reference(), FactPath.ONCE), draft.id());
        ApplicationReader.Reading reading = new ApplicationReader(layout, MAX_INSTANCES).read(application.json());
        Set<String> faulty = new HashSet<>();
        for (Fault fault : reading.faults()) {
            faulty.add(fault.path());
            report(fault, draft, all, complete, vocabulary, findings);
        }
        draft.cells().forEach((path, cell) -> absenceMeansNone(path, cell, vocabulary, findings));
        return new SaidFacts(
                all,
                counted,
                faulty,
                complete,
                complete && faulty.isEmpty() ? Optional.of(reading.facts()) : Optional.empty());
    }

    private static int count(
            String entity, ScenarioDraft draft, int known, boolean complete, Consumer<Finding> findings) {
        Cell cell = draft.counts().get(entity);
        if (cell == null) {
            return known;
        }
        int described = draft.described(entity);
        int count = cell.text().matches("[0-9]{1,6}") ? Integer.parseInt(cell.text()) : -1;
        if (count < described || count > known) {
            if (complete || count < described) {
                findings.accept(
                        Finding.at(cell.address(), new WrongInstanceCount(entity, cell.text(), described, known)));
            }
            return known;
        }
        return count;
    }

    private static boolean takesBack(Cell cell) {
        return cell.text().equals(NOT_SAID) || cell.text().equals(MISSING);
    }

    /** At the cell that writes the faulty fact; without one at the scenario, unless it took the fault over or is not complete. */
    private void report(
            Fault fault,
            ScenarioDraft draft,
            SortedMap<FactPath, Cell> all,
            boolean complete,
            Vocabulary vocabulary,
            Consumer<Finding> findings) {
        FactPath path = all.keySet().stream()
                .filter(each -> jsonPath(each).equals(fault.path()))
                .findFirst()
                .orElse(null);
        Cell cell = path == null ? null : all.get(path);
        if (path != null && cell != null && !takesBack(cell)) {
            FieldType type = vocabulary.field(path.field()).orElseThrow().type();
            findings.accept(Finding.at(
                    cell.address(),
                    type.parse(cell.text()).isPresent()
                            ? new InvalidScenario(draft.id(), fault.path(), Phrase.of("is {0}", fault.phrase()))
                            : ConditionParser.noValue(type, cell.text())));
        } else if (complete && !faults.contains(fault.path())) {
            findings.accept(Finding.at(
                    cell == null ? draft.address() : cell.address(),
                    new InvalidScenario(draft.id(), fault.path(), Phrase.of("is {0}", fault.phrase()))));
        }
    }

    private static String jsonPath(FactPath path) {
        String entity = ApplicationReader.child("$", path.field().entity());
        String instance = path.index() == FactPath.ONCE ? entity : entity + "[" + path.index() + "]";
        return ApplicationReader.child(instance, path.field().field());
    }

    private static void absenceMeansNone(FactPath path, Cell cell, Vocabulary vocabulary, Consumer<Finding> findings) {
        IfAbsent ifAbsent = vocabulary.field(path.field()).orElseThrow().ifAbsent();
        if (cell.text().equals(MISSING) && !(ifAbsent instanceof IfAbsent.None)) {
            findings.accept(Finding.at(cell.address(), new MisplacedMissing(NOT_SAID)));
        }
    }
}
