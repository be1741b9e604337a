package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.cell.MissingColumn;
import kz.sheshim.finding.cell.UnknownWord;
import kz.sheshim.finding.name.UnknownField;
import kz.sheshim.finding.name.UnknownName;
import kz.sheshim.finding.table.MisplacedBinding;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Term;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** What the columns of a table are bound to, by its heading and binding rows. */
final class TableColumns {
    /** What stands behind the names of the columns of a second citation. */
    static final String SECOND = " 2";

    static final String ON_A_DAY_OFF = "on a day off";

    private static final Map<ConclusionKind, List<String>> CONCLUSIONS = Map.of(
            ConclusionKind.FACT, List.of(),
            ConclusionKind.GROUND,
                    List.of(
                            "code",
                            "subject",
                            "citation",
                            "place",
                            "status",
                            "citation" + SECOND,
                            "place" + SECOND,
                            "status" + SECOND),
            ConclusionKind.NOTICE, List.of("code", "subject"),
            ConclusionKind.ACTION, List.of("code"),
            ConclusionKind.TERM, List.of("working days", "calendar days", "months", ON_A_DAY_OFF));
    private static final Map<ConclusionKind, List<String>> NEEDED = Map.of(
            ConclusionKind.FACT, List.of(),
            ConclusionKind.GROUND, List.of("code", "citation", "status"),
            ConclusionKind.NOTICE, List.of("code"),
            ConclusionKind.ACTION, List.of("code"),
            ConclusionKind.TERM, List.of());

    private static final String GIVEN = "→ FIELD (the derived field that the table gives)";

    private static final Pattern LETTERS = Pattern.compile("^[^\\p{L}]+");

    /** How the binding of a column to a rule of a rule file begins. */
    static final String RULE = "rule ";

    /** A column that holds conditions on a field. */
    record ConditionColumn(int column, Field field, FieldCondition.Scope scope) {
        boolean many() {
            return scope == FieldCondition.Scope.ALL || field.type().list();
        }
    }

    private final Sheet sheet;
    private final Vocabulary vocabulary;
    private final @Nullable String forEach;
    private final @Nullable ConclusionKind gives;
    private final Consumer<Finding> findings;
    private final ColumnsByName columns;
    private final List<ConditionColumn> conditions = new ArrayList<>();
    private final Map<String, Integer> conclusions = new LinkedHashMap<>();
    private boolean faulty;
    private @Nullable Field factField;
    private int factColumn;

    TableColumns(
            Sheet sheet,
            Vocabulary vocabulary,
            @Nullable String forEach,
            @Nullable ConclusionKind gives,
            Consumer<Finding> findings) {
        this.sheet = sheet;
        this.vocabulary = vocabulary;
        this.forEach = forEach;
        this.gives = gives;
        this.findings = findings;
        columns = new ColumnsByName(
                sheet.row(TableHead.HEADING_ROW), List.of("Rule", "From", "Until"), List.of(), vocabulary, findings);
        sheet.row(TableHead.BINDING_ROW).cells().forEach(this::bind);
    }

    /** Reports the columns that lack a binding, or else the bindings that lack a column. */
    void complete(List<Row> rows, Catalogue catalogue) {
        List<String> missing = missing();
        List<Finding> unbound = new UnboundColumns(
                        sheet, TableHead.HEADING_ROW, TableHead.BINDING_ROW, vocabulary, catalogue::names)
                .of(rows, heading -> columns.headed(heading) != null, missing.size() == 1 ? missing.get(0) : null);
        unbound.forEach(findings);
        boolean lost = unbound.stream().anyMatch(finding -> finding.defect().severity() == Severity.ERROR);
        Row row = sheet.row(TableHead.BINDING_ROW);
        Optional<Cell> withoutArrow = missing.contains(GIVEN) ? givenWithoutArrow(row) : Optional.empty();
        if (!lost) {
            missing.forEach(column -> findings.accept(withoutArrow
                    .map(cell -> Finding.at(cell.address(), new MissingColumn("→ " + cell.text(), cell.text())))
                    .orElse(Finding.at(row.address(0), new MissingColumn(column)))));
        }
        faulty |= lost;
    }

    /** The last column of conditions whose field the table could give. */
    private Optional<Cell> givenWithoutArrow(Row row) {
        List<Cell> cells = conditions.stream()
                .filter(column -> column.field().derived()
                        && column.field().derivation() == null
                        && !VerdictFields.isOne(column.field().path())
                        && reachable(column.field()))
                .flatMap(column -> row.cell(column.column()).stream())
                .toList();
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells.get(cells.size() - 1));
    }

    private boolean reachable(Field field) {
        return vocabulary.many(field.path()) ? field.path().entity().equals(forEach) : forEach == null;
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (gives != null) {
            List<String> needed = new ArrayList<>(NEEDED.getOrDefault(gives, List.of()));
            if (conclusions.keySet().stream().anyMatch(name -> name.endsWith(SECOND))) {
                needed.add("citation" + SECOND);
                needed.add("status" + SECOND);
            }
            needed.stream()
                    .filter(name -> !conclusions.containsKey(name))
                    .map(name -> "→ " + name)
                    .forEach(missing::add);
            if (gives == ConclusionKind.TERM
                    && Arrays.stream(Term.Unit.values()).noneMatch(unit -> conclusions.containsKey(unit.written()))) {
                missing.add("→ working days, → calendar days or → months");
            }
            if (gives == ConclusionKind.FACT && factField == null && !faulty) {
                missing.add(GIVEN);
            }
        }
        return missing;
    }

    @Nullable
    Integer ruleColumn() {
        return columns.headed("Rule");
    }

    @Nullable
    Integer fromColumn() {
        return columns.headed("From");
    }

    @Nullable
    Integer untilColumn() {
        return columns.headed("Until");
    }

    /** The condition columns from left to right. */
    List<ConditionColumn> conditions() {
        return conditions;
    }

    private void bind(int column, Cell cell) {
        if (columns.headed(column)) {
            report(
                    cell,
                    new MisplacedBinding(
                            cell.text(), Phrase.of("the columns Rule, From and Until are known by their heading")));
            return;
        }
        Arrow.name(cell.text()).ifPresentOrElse(name -> bindConclusion(column, cell, name), () -> (cell.text()
                                .startsWith(RULE)
                        ? rule(cell)
                        : field(cell))
                .ifPresent(field -> conditions.add(new ConditionColumn(column, field, scope(field.path())))));
    }

    /** The field that tells whether the rule of a rule file holds: for the instance if the rule says for which, else at all. */
    private Optional<Field> rule(Cell cell) {
        String name = cell.text().substring(RULE.length()).strip();
        List<Field> made = vocabulary.fields().stream()
                .filter(field -> field.rule().filter(name::equals).isPresent())
                .toList();
        if (made.isEmpty()) {
            Set<String> known = vocabulary.fields().stream()
                    .flatMap(field -> field.rule().stream())
                    .collect(Collectors.toSet());
            report(
                    cell,
                    new UnknownName(
                            name,
                            Phrase.of("a rule with @reads in rules/*.drl"),
                            Nearest.to(name, known).orElse(null)));
        }
        return made.stream()
                .filter(field -> field.path().entity().equals(forEach))
                .findFirst()
                .or(() -> made.stream()
                        .filter(field -> !vocabulary.many(field.path()))
                        .findFirst());
    }

    FieldCondition.Scope scope(FieldPath field) {
        if (!vocabulary.many(field)) {
            return FieldCondition.Scope.ONCE;
        }
        return field.entity().equals(forEach) ? FieldCondition.Scope.INSTANCE : FieldCondition.Scope.ALL;
    }

    private void bindConclusion(int column, Cell cell, String name) {
        if (gives == null) {
            return;
        }
        if (gives == ConclusionKind.FACT) {
            field(cell, name).ifPresent(field -> bindFact(column, cell, field));
            return;
        }
        List<String> names = CONCLUSIONS.getOrDefault(gives, List.of());
        if (!names.contains(name)) {
            report(
                    cell,
                    new UnknownWord(
                            name,
                            Phrase.of(
                                    "a part of a conclusion in a table that gives a {0} ({1})",
                                    gives.code(), String.join(", ", names)),
                            Nearest.to(name, names).orElse(null)));
        } else if (conclusions.putIfAbsent(name, column) != null) {
            report(cell, new MisplacedBinding(cell.text(), Phrase.of("another column has this binding")));
        }
    }

    private void bindFact(int column, Cell cell, Field field) {
        if (!field.derived() || VerdictFields.isOne(field.path())) {
            report(cell, new MisplacedBinding(cell.text(), Phrase.of("a table can only give a derived field")));
        } else if (field.derivation() != null) {
            report(
                    cell,
                    new MisplacedBinding(
                            cell.text(), Phrase.of("the field has Derived from, so it is derived from other fields")));
        } else if (!reachable(field)) {
            report(
                    cell,
                    new MisplacedBinding(
                            cell.text(),
                            Phrase.of(
                                    "For each must name the entity {0} if it occurs many times, and be left out otherwise",
                                    field.path().entity())));
        } else if (factField != null) {
            report(cell, new MisplacedBinding(cell.text(), Phrase.of("a table gives only one field")));
        } else {
            factField = field;
            factColumn = column;
        }
    }

    /** The column that a conclusion is read from, by its name without the arrow; null where the table has none. */
    @Nullable
    Integer conclusion(String name) {
        return conclusions.get(name);
    }

    /** The columns that hold conclusions which are texts. */
    Collection<Integer> textColumns() {
        return factField == null ? conclusions.values() : factField.type().ofTexts() ? List.of(factColumn) : List.of();
    }

    /** The field that a table of facts gives. */
    @Nullable
    Field factField() {
        return factField;
    }

    int factColumn() {
        return factColumn;
    }

    /** A column that names a field in its cells. */
    Optional<Field> field(Cell cell) {
        return field(cell, cell.text());
    }

    private Optional<Field> field(Cell cell, String name) {
        if (withoutArrow(name)) {
            report(cell, new UnknownField(name, "→ " + LETTERS.matcher(name).replaceFirst("")));
            return Optional.empty();
        }
        Optional<Field> field = columns.field(cell, name);
        faulty |= field.isEmpty();
        return field;
    }

    /** The name of a conclusion, behind something else than an arrow. */
    private boolean withoutArrow(String name) {
        return gives != null
                && CONCLUSIONS
                        .getOrDefault(gives, List.of())
                        .contains(LETTERS.matcher(name).replaceFirst(""));
    }

    /** A column could not be bound, so that rows may say more than is known. */
    boolean faulty() {
        return faulty;
    }

    private void report(Cell cell, Defect defect) {
        faulty |= sheet.row(TableHead.BINDING_ROW).cells().containsValue(cell);
        findings.accept(Finding.at(cell.address(), defect));
    }
}
