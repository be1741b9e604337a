package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.RowEdit;
import org.jspecify.annotations.Nullable;

/**
 * A scenario where it stands, to be corrected there.
 *
 * @param rows the first has its id, the others describe its further instances
 */
public record StandingScenario(ScenarioSheet on, List<Row> rows, Scenario scenario) {
    public StandingScenario {
        rows = List.copyOf(rows);
    }

    /** The scenario with this id. @param known the scenarios of these sheets */
    public static Optional<StandingScenario> of(List<ScenarioSheet> sheets, List<Scenario> known, String id) {
        return known.stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .flatMap(scenario -> sheets.stream()
                        .filter(each ->
                                each.sheet().address().equals(scenario.address().ofSheet()))
                        .findFirst()
                        .map(each -> new StandingScenario(each, rows(each, scenario), scenario)));
    }

    private static List<Row> rows(ScenarioSheet on, Scenario scenario) {
        int column = scenario.address().column();
        List<Row> rows = new ArrayList<>();
        int number = scenario.address().row();
        do {
            rows.add(on.sheet().row(number));
            number++;
        } while (!on.sheet().row(number).blank()
                && on.sheet().row(number).cell(column).isEmpty());
        return rows;
    }

    /** The same scenario with these facts: it still takes over those of the scenario that it names. Empty if its sheet cannot say it. */
    public Optional<NewScenario> with(Facts facts, List<Scenario> known, Ruleset ruleset) {
        String asIn = Optional.ofNullable(columns(ruleset).columns().headed(ScenarioColumns.AS_IN))
                .map(first()::text)
                .orElse("");
        return NewScenario.of(
                List.of(on),
                known.stream().filter(each -> each.id().equals(asIn)).toList(),
                ruleset,
                facts);
    }

    /** Whether an application with these facts says the same. */
    public boolean says(Facts facts, Ruleset ruleset) {
        return NewScenario.isSame(scenario.facts(), facts, ruleset);
    }

    /** The parts of the verdict that its sheet has a column for, with their headings. */
    public SortedMap<VerdictPart, String> parts(Ruleset ruleset) {
        SortedMap<VerdictPart, String> parts = new TreeMap<>();
        columns(ruleset)
                .parts()
                .forEach((part, column) -> parts.put(
                        part, on.sheet().row(ScenarioColumns.HEADING_ROW).text(column)));
        return parts;
    }

    /** The cell in which it expects a part of the verdict. */
    public String expects(VerdictPart part, Ruleset ruleset) {
        Integer column = columns(ruleset).parts().get(part);
        return column == null ? "" : first().text(column);
    }

    /** Whether the verdict has in this part what it expects. */
    public boolean isMetBy(Verdict verdict, VerdictPart part) {
        return scenario.expected().stream().filter(each -> each.part() == part).allMatch(each -> each.isMetBy(verdict));
    }

    /**
     * The edits that write it anew in its place: only cells that say something else. Rows of instances that there are no more are taken out.
     *
     * @param anew with other facts; null: they stay as they are written
     * @param shows what it shows, in the words of the law
     * @param expected the cells of the parts of the verdict
     */
    public List<RowEdit> edits(
            Ruleset ruleset, @Nullable NewScenario anew, String shows, Map<VerdictPart, String> expected) {
        String sheet = on.sheet().name();
        List<RowEdit> edits = new ArrayList<>();
        if (anew == null) {
            SortedMap<Integer, String> texts = new TreeMap<>();
            ScenarioColumns columns = columns(ruleset);
            Optional.ofNullable(columns.columns().headed(ScenarioColumns.SHOWS))
                    .ifPresent(column -> texts.put(column, shows));
            columns.parts().forEach((part, column) -> texts.put(column, expected.getOrDefault(part, "")));
            change(first(), texts, ruleset).ifPresent(edits::add);
            return edits;
        }
        List<RowEdit> written = anew.edits(ruleset, scenario.id(), shows, expected);
        for (int index = 0; index < written.size(); index++) {
            SortedMap<Integer, String> texts = written.get(index).texts();
            if (index < rows.size()) {
                change(rows.get(index), whole(texts, ruleset), ruleset).ifPresent(edits::add);
            } else {
                edits.add(new RowEdit.Insert(sheet, first().number() + index - 1, texts));
            }
        }
        for (int index = rows.size() - 1; index >= written.size(); index--) {
            edits.add(new RowEdit.Remove(sheet, rows.get(index).number()));
        }
        return edits;
    }

    /** The texts, and for every other column that is read the empty one. */
    private SortedMap<Integer, String> whole(SortedMap<Integer, String> texts, Ruleset ruleset) {
        SortedMap<Integer, String> whole = new TreeMap<>();
        ScenarioColumns columns = columns(ruleset);
        columns.once().forEach(column -> whole.put(column, ""));
        columns.facts().keySet().forEach(column -> whole.put(column, ""));
        whole.putAll(texts);
        return whole;
    }

    /** A cell that means what shall stand there keeps its text. */
    private Optional<RowEdit> change(Row row, SortedMap<Integer, String> texts, Ruleset ruleset) {
        SortedMap<Integer, String> differing = new TreeMap<>(texts);
        ScenarioColumns columns = columns(ruleset);
        differing.entrySet().removeIf(text -> isSame(text.getKey(), row.text(text.getKey()), text.getValue(), columns));
        return differing.isEmpty()
                ? Optional.empty()
                : Optional.of(new RowEdit.Change(on.sheet().name(), row.number(), differing));
    }

    private static boolean isSame(int column, String written, String text, ScenarioColumns columns) {
        if (written.equals(text) || written.isEmpty() || text.isEmpty()) {
            return written.equals(text);
        }
        Field fact = columns.facts().get(column);
        if (columns.parts().containsValue(column) || fact != null && fact.type().list()) {
            return Set.copyOf(ExpectationReader.names(written)).equals(Set.copyOf(ExpectationReader.names(text)));
        }
        return fact != null
                && fact.type()
                        .parse(written)
                        .filter(value ->
                                fact.type().parse(text).filter(value::equals).isPresent())
                        .isPresent();
    }

    private Row first() {
        return rows.get(0);
    }

    private ScenarioColumns columns(Ruleset ruleset) {
        return new ScenarioColumns(on.sheet(), ruleset.vocabulary(), finding -> {});
    }
}
