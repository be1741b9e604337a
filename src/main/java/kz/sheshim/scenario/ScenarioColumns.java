package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.MissingColumn;
import kz.sheshim.finding.cell.UnknownWord;
import kz.sheshim.finding.table.MisplacedBinding;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.reading.Arrow;
import kz.sheshim.policy.reading.ColumnsByName;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.policy.reading.UnboundColumns;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;

/** What the columns of a sheet of scenarios are bound to: facts, the number of instances of an entity, parts of the verdict. */
final class ScenarioColumns {
    static final int HEADING_ROW = 2;
    static final int BINDING_ROW = ScenarioSheet.BINDING_ROW;
    static final String ID = "Scenario";
    static final String SHOWS = "Shows";
    static final String AS_IN = "As in";
    private static final List<String> HEADED = List.of(ID, SHOWS, AS_IN);

    private final Sheet sheet;
    private final Vocabulary vocabulary;
    private final Consumer<Finding> findings;
    private final ColumnsByName columns;
    private final SortedMap<Integer, Field> facts = new TreeMap<>();
    private final SortedMap<Integer, String> counts = new TreeMap<>();
    private final Map<VerdictPart, Integer> parts = new EnumMap<>(VerdictPart.class);
    private final Set<Object> bound = new HashSet<>();
    /** The columns whose bindings are faulty. */
    private final Set<Integer> faulty = new HashSet<>();

    ScenarioColumns(Sheet sheet, Vocabulary vocabulary, Consumer<Finding> findings) {
        this.sheet = sheet;
        this.vocabulary = vocabulary;
        this.findings = findings;
        columns = new ColumnsByName(sheet.row(HEADING_ROW), List.of(ID, SHOWS), List.of(AS_IN), vocabulary, findings);
        sheet.row(BINDING_ROW).cells().forEach(this::bind);
        for (VerdictPart part : VerdictPart.values()) {
            if (part.needed() && !parts.containsKey(part)) {
                findings.accept(Finding.at(sheet.row(BINDING_ROW).address(0), new MissingColumn("→ " + part.text())));
            }
        }
    }

    /** Reports the columns of these rows that are filled and not bound. */
    void findUnbound(List<Row> rows, Catalogue catalogue) {
        new UnboundColumns(sheet, HEADING_ROW, BINDING_ROW, vocabulary, catalogue::names)
                .of(rows, heading -> columns.headed(heading) != null, null)
                .forEach(findings);
    }

    private void bind(int column, Cell cell) {
        String text = cell.text();
        if (columns.headed(column)) {
            misplaced(cell, Phrase.of("the columns {0} are known by their heading", String.join(", ", HEADED)));
        } else if (Arrow.name(text).isPresent()) {
            part(cell, Arrow.name(text).get()).ifPresent(part -> parts.putIfAbsent(part, column));
        } else if (vocabulary
                .entity(text)
                .filter(each -> each.many() && each.submitted())
                .isPresent()) {
            if (onlyOnce(cell, text)) {
                counts.put(column, text);
            }
        } else {
            columns.field(cell, text).ifPresentOrElse(field -> bindFact(column, cell, field), () -> faulty.add(column));
        }
    }

    private void bindFact(int column, Cell cell, Field field) {
        if (field.derived()) {
            misplaced(cell, Phrase.of("the field is derived, so applications do not say it"));
        } else if (onlyOnce(cell, field.path())) {
            facts.put(column, field);
        }
    }

    private Optional<VerdictPart> part(Cell cell, String name) {
        Optional<VerdictPart> part = VerdictPart.of(name);
        if (part.isEmpty()) {
            List<String> names =
                    Arrays.stream(VerdictPart.values()).map(VerdictPart::text).toList();
            findings.accept(Finding.at(
                    cell.address(),
                    new UnknownWord(
                            name,
                            Phrase.of("a part of a verdict ({0})", String.join(", ", names)),
                            Nearest.to(name, names).orElse(null))));
        }
        return part.filter(each -> onlyOnce(cell, each));
    }

    private boolean onlyOnce(Cell cell, Object to) {
        if (bound.add(to)) {
            return true;
        }
        misplaced(cell, Phrase.of("another column has this binding"));
        return false;
    }

    private void misplaced(Cell cell, Phrase reason) {
        findings.accept(Finding.at(cell.address(), new MisplacedBinding(cell.text(), reason)));
    }

    ColumnsByName columns() {
        return columns;
    }

    /** Whether a row says something that cannot be read, since the binding of its column is faulty. */
    boolean unread(Row row) {
        return faulty.stream().anyMatch(column -> row.cell(column).isPresent());
    }

    /** The columns that hold facts. */
    SortedMap<Integer, Field> facts() {
        return facts;
    }

    /** The columns that hold the number of an entity's instances. */
    SortedMap<Integer, String> counts() {
        return counts;
    }

    /** The columns that hold expectations. */
    Map<VerdictPart, Integer> parts() {
        return parts;
    }

    /** The columns that are filled once for each scenario. */
    List<Integer> once() {
        List<Integer> once = new ArrayList<>(parts.values());
        once.addAll(counts.keySet());
        facts.forEach((column, field) -> {
            if (!vocabulary.many(field.path())) {
                once.add(column);
            }
        });
        for (String heading : HEADED) {
            Integer column = columns.headed(heading);
            if (column != null) {
                once.add(column);
            }
        }
        return once;
    }

    /** The entities whose next instance a row without an id describes. */
    String entities() {
        return vocabulary.submittedEntities().stream()
                .filter(Entity::many)
                .map(Entity::name)
                .collect(Collectors.joining(", "));
    }
}
