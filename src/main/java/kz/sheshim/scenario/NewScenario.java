package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.table.CellText;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.Sheet;

/**
 * A case as a scenario that a sheet does not have yet: on the sheet, and as in the scenario, where the fewest facts are left out and the fewest cells filled.
 *
 * @param asIn the scenario whose facts it takes over; empty: none
 * @param facts what it says otherwise
 * @param leftOut the facts that the sheet has no column for
 * @param counts the number of instances where it has fewer of them
 * @param parts the parts of the verdict that the sheet has a column for, and its heading
 */
public record NewScenario(
        Sheet sheet,
        String asIn,
        SortedMap<FactPath, String> facts,
        SortedSet<FactPath> leftOut,
        SortedMap<String, Integer> counts,
        SortedMap<VerdictPart, String> parts) {

    public NewScenario {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** What an application says: the text of a cell for each fact, and the instances of each entity that occurs many times. */
    private record Said(SortedMap<FactPath, String> texts, Map<String, Integer> instances) {
        static final Said NOTHING = new Said(new TreeMap<>(), Map.of());

        /** Without the submitter's own number: it is the id of the scenario. */
        static Said in(Facts facts, Ruleset ruleset) {
            Vocabulary vocabulary = ruleset.vocabulary();
            SortedMap<FactPath, String> texts = new TreeMap<>();
            Map<String, Integer> instances = new HashMap<>();
            for (Entity entity : vocabulary.submittedEntities()) {
                if (entity.many()) {
                    instances.put(entity.name(), facts.instances(entity.name()));
                }
                for (Field field : vocabulary.fields(entity)) {
                    FactSlot slot = facts.layout().slot(field.path());
                    if (!field.derived()
                            && !field.path().equals(ruleset.policy().reference())) {
                        facts.indexes(entity.name())
                                .filter(index -> facts.states(slot, index))
                                .forEach(index -> {
                                    if (facts.get(slot, index) instanceof Fact.Known known) {
                                        texts.put(new FactPath(field.path(), index), CellText.value(known.value()));
                                    }
                                });
                    }
                }
            }
            return new Said(texts, instances);
        }
    }

    /** Whether applications with these facts say the same. */
    static boolean isSame(Facts one, Facts other, Ruleset ruleset) {
        return Said.in(one, ruleset).equals(Said.in(other, ruleset));
    }

    /**
     * The scenario of a case.
     *
     * @param known the scenarios of these sheets
     * @return empty if no sheet can say it
     */
    public static Optional<NewScenario> of(
            List<ScenarioSheet> sheets, List<Scenario> known, Ruleset ruleset, Facts facts) {
        Said said = Said.in(facts, ruleset);
        Map<String, Said> bases = new TreeMap<>(Map.of("", Said.NOTHING));
        known.forEach(scenario -> bases.put(scenario.id(), Said.in(scenario.facts(), ruleset)));
        return sheets.stream()
                .map(ScenarioSheet::sheet)
                .flatMap(sheet -> {
                    ScenarioColumns columns = new ScenarioColumns(sheet, ruleset.vocabulary(), finding -> {});
                    return bases.entrySet().stream()
                            .filter(base -> base.getKey().isEmpty() || has(columns, ScenarioColumns.AS_IN))
                            .flatMap(base -> on(sheet, columns, base.getKey(), base.getValue(), said).stream());
                })
                .min(Comparator.comparingInt(
                                (NewScenario scenario) -> scenario.leftOut().size())
                        .thenComparingInt(scenario ->
                                scenario.facts().size() + scenario.counts().size()));
    }

    private static boolean has(ScenarioColumns columns, String heading) {
        return columns.columns().headed(heading) != null;
    }

    private static Optional<NewScenario> on(Sheet sheet, ScenarioColumns columns, String asIn, Said base, Said said) {
        Map<FieldPath, Integer> fields = fields(columns);
        SortedMap<FactPath, String> cells = new TreeMap<>();
        said.texts().forEach((path, text) -> {
            if (!text.equals(base.texts().get(path))) {
                cells.put(path, text);
            }
        });
        SortedSet<FactPath> leftOut = new TreeSet<>(cells.keySet());
        leftOut.removeIf(path -> fields.containsKey(path.field()));
        cells.keySet().removeAll(leftOut);
        base.texts().keySet().stream()
                .filter(path -> !said.texts().containsKey(path))
                .filter(path -> path.index()
                        < said.instances().getOrDefault(path.field().entity(), 1))
                .forEach(path -> cells.put(path, SaidFacts.NOT_SAID));
        boolean isWhole = fillBlankRows(cells, said, fields);
        SortedMap<String, Integer> fewer = new TreeMap<>();
        for (Map.Entry<String, Integer> instances : said.instances().entrySet()) {
            int before = base.instances().getOrDefault(instances.getKey(), 0);
            int last = instances.getValue() - 1;
            if (instances.getValue() < before) {
                fewer.put(instances.getKey(), instances.getValue());
            } else if (instances.getValue() > before) {
                isWhole &= cells.keySet().stream()
                        .anyMatch(path -> path.field().entity().equals(instances.getKey()) && path.index() == last);
            }
        }
        return isWhole
                        && has(columns, ScenarioColumns.ID)
                        && has(columns, ScenarioColumns.SHOWS)
                        && cells.values().stream().noneMatch(String::isEmpty)
                        && cells.keySet().stream().map(FactPath::field).allMatch(fields::containsKey)
                        && columns.counts().values().containsAll(fewer.keySet())
                ? Optional.of(new NewScenario(sheet, asIn, cells, leftOut, fewer, parts(sheet, columns)))
                : Optional.empty();
    }

    /**
     * A blank row would end the scenario, so the row of an instance that says nothing otherwise repeats a fact.
     *
     * @return whether no row is blank
     */
    private static boolean fillBlankRows(SortedMap<FactPath, String> cells, Said said, Map<FieldPath, Integer> fields) {
        int last = cells.keySet().stream().mapToInt(FactPath::index).max().orElse(0);
        for (int index = 1; index < last; index++) {
            int row = index;
            if (cells.keySet().stream().noneMatch(path -> path.index() == row)) {
                Optional<FactPath> repeated = said.texts().keySet().stream()
                        .filter(path -> path.index() == row && fields.containsKey(path.field()))
                        .findFirst();
                if (repeated.isEmpty()) {
                    return false;
                }
                cells.put(repeated.get(), Objects.requireNonNull(said.texts().get(repeated.get())));
            }
        }
        return true;
    }

    private static SortedMap<VerdictPart, String> parts(Sheet sheet, ScenarioColumns columns) {
        SortedMap<VerdictPart, String> parts = new TreeMap<>();
        columns.parts()
                .forEach((part, column) ->
                        parts.put(part, sheet.row(ScenarioColumns.HEADING_ROW).text(column)));
        return parts;
    }

    private static Map<FieldPath, Integer> fields(ScenarioColumns columns) {
        Map<FieldPath, Integer> fields = new HashMap<>();
        columns.facts().forEach((column, field) -> fields.put(field.path(), column));
        return fields;
    }

    /**
     * The edits that write it below the last scenario of the sheet.
     *
     * @param shows what it shows, in the words of the law
     * @param expected the cells of the parts of the verdict
     */
    public List<RowEdit> edits(Ruleset ruleset, String id, String shows, Map<VerdictPart, String> expected) {
        ScenarioColumns columns = new ScenarioColumns(sheet, ruleset.vocabulary(), finding -> {});
        Map<FieldPath, Integer> fields = fields(columns);
        TreeMap<Integer, SortedMap<Integer, String>> rows = new TreeMap<>();
        SortedMap<Integer, String> first = rows.computeIfAbsent(0, any -> new TreeMap<>());
        first.put(Objects.requireNonNull(columns.columns().headed(ScenarioColumns.ID)), id);
        first.put(Objects.requireNonNull(columns.columns().headed(ScenarioColumns.SHOWS)), shows);
        if (!asIn.isEmpty()) {
            first.put(Objects.requireNonNull(columns.columns().headed(ScenarioColumns.AS_IN)), asIn);
        }
        facts.forEach((path, text) -> rows.computeIfAbsent(Math.max(path.index(), 0), any -> new TreeMap<>())
                .put(Objects.requireNonNull(fields.get(path.field())), text));
        columns.counts().forEach((column, entity) -> {
            if (counts.containsKey(entity)) {
                first.put(column, String.valueOf(counts.get(entity)));
            }
        });
        columns.parts().forEach((part, column) -> first.put(column, expected.getOrDefault(part, "")));
        int last = lastRow();
        List<RowEdit> edits = new ArrayList<>();
        for (int index = 0; index <= rows.lastKey(); index++) {
            SortedMap<Integer, String> texts = rows.getOrDefault(index, new TreeMap<>());
            edits.add(new RowEdit.Insert(sheet.name(), last + index, texts));
        }
        return edits;
    }

    private int lastRow() {
        return Stream.concat(
                        Stream.of(ScenarioColumns.BINDING_ROW),
                        sheet.rows().stream().filter(row -> !row.blank()).map(Row::number))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
