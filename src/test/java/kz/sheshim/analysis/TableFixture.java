package kz.sheshim.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.engine.RuleReading;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.table.Gap;
import kz.sheshim.policy.Policy;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.ConditionParser;
import kz.sheshim.policy.reading.RulesetFixture;
import kz.sheshim.table.Citation;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.Condition;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.FieldCondition.Scope;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;
import kz.sheshim.table.Term;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Languages;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.SheetAddress;

/** A table in the notation of the workbooks: fields, then rows of cells. The policy is dated by {@code x.day} and covered from 2020-01-01. */
public final class TableFixture {
    public static final FieldPath DAY = new FieldPath("x", "day");
    public static final LocalDate COVERED_FROM = LocalDate.of(2020, 1, 1);
    public static final CodeList LETTERS = codes("letter", "a", "b", "c");
    private static final Label LABEL = Label.same("l");

    private final HitPolicy hitPolicy;
    private final ConclusionKind gives;
    private final Map<FieldPath, Field> fields = new LinkedHashMap<>();
    private final List<FieldPath> columns = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    public TableFixture(HitPolicy hitPolicy, ConclusionKind gives) {
        this.hitPolicy = hitPolicy;
        this.gives = gives;
        field(DAY, new FieldType.Date(), new IfAbsent.Refuse(), false);
        field(new FieldPath("x", "result"), new FieldType.Code(LETTERS), new IfAbsent.None(), true);
    }

    public TableFixture(HitPolicy hitPolicy) {
        this(hitPolicy, ConclusionKind.FACT);
    }

    public static CodeList codes(String name, String... codes) {
        Map<String, Label> labels = new LinkedHashMap<>();
        Stream.of(codes).forEach(code -> labels.put(code, LABEL));
        return new CodeList(name, labels);
    }

    private void field(FieldPath path, FieldType type, IfAbsent ifAbsent, boolean derived) {
        fields.put(path, new Field(path, type, ifAbsent, derived, null, LABEL, false, false));
    }

    /** What the given field x.result is when no rule gives it. */
    public TableFixture otherwise(FieldType type, IfAbsent ifAbsent) {
        field(new FieldPath("x", "result"), type, ifAbsent, true);
        return this;
    }

    /** A column on a field: {@code x.age} occurs once, {@code docs.kind} many times. */
    public TableFixture column(String field, FieldType type, IfAbsent ifAbsent) {
        FieldPath path = FieldPath.parse(field).orElseThrow();
        if (!path.equals(DAY)) {
            field(path, type, ifAbsent, false);
        }
        columns.add(path);
        return this;
    }

    public TableFixture column(String field, FieldType type) {
        return column(field, type, new IfAbsent.Refuse());
    }

    /** A row: its conclusion, and a cell for each column. */
    public TableFixture row(String conclusion, String... cells) {
        return row(new Period(null, null), conclusion, cells);
    }

    public TableFixture dated(String from, String until, String conclusion, String... cells) {
        return row(
                new Period(
                        from.isEmpty() ? null : LocalDate.parse(from), until.isEmpty() ? null : LocalDate.parse(until)),
                conclusion,
                cells);
    }

    public TableFixture row(Period inForce, String conclusion, String... cells) {
        List<FieldCondition> conditions = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            condition(columns.get(i), cells[i]).ifPresent(conditions::add);
        }
        int number = rules.size() + 1;
        rules.add(new Rule(
                new RuleId("table", "R" + number),
                inForce,
                conditions,
                conclusion(conclusion),
                new CellAddress("t.xlsx", "T", 7 + number, 0)));
        return this;
    }

    /** The same columns with other rows. */
    TableFixture with(List<Rule> others) {
        TableFixture table = new TableFixture(hitPolicy, gives);
        table.fields.putAll(fields);
        table.columns.addAll(columns);
        table.rules.addAll(others);
        return table;
    }

    /** Of a ground, its code and the act that is cited: {@code too-young act-1}. */
    private Conclusion conclusion(String text) {
        return switch (gives) {
            case FACT ->
                new Conclusion.OfFact(
                        new FieldPath("x", "result"), field("x.result").type().list() ? List.of(text) : text);
            case TERM -> new Conclusion.OfTerm(Term.ofWorkingDays(Integer.parseInt(text)));
            case GROUND ->
                new Conclusion.OfGround(
                        text.split(" ")[0], null, new Citation(text.split(" ")[1], null, Citation.Status.VERIFIED));
            default -> new Conclusion.OfAction(text);
        };
    }

    /** The condition that a cell says about a field; empty for any. */
    public Optional<FieldCondition> condition(FieldPath path, String cell) {
        if (cell.isEmpty() || cell.equals("-")) {
            return Optional.empty();
        }
        Field field = fields.get(path);
        Scope scope = path.entity().equals("docs") ? Scope.ALL : Scope.ONCE;
        ConditionParser parser =
                new ConditionParser(field, scope == Scope.ALL || field.type().list());
        Condition condition = parser.parse(cell);
        if (condition == null) {
            throw new IllegalArgumentException(cell + ": " + parser.defects());
        }
        return Optional.of(new FieldCondition(path, scope, condition));
    }

    /** The row that a finding says, read as a workbook's. */
    Rule read(Gap gap) {
        Map<String, List<String>> cells = new LinkedHashMap<>(gap.cells());
        List<String> from = cells.remove("From");
        List<String> until = cells.remove("Until");
        List<FieldCondition> conditions = new ArrayList<>();
        cells.forEach((field, texts) -> texts.forEach(
                text -> condition(FieldPath.parse(field).orElseThrow(), text).ifPresent(conditions::add)));
        return new Rule(
                new RuleId("table", "closing"),
                new Period(
                        from == null ? null : LocalDate.parse(from.get(0)),
                        until == null ? null : LocalDate.parse(until.get(0))),
                conditions,
                rules.get(0).conclusion(),
                new CellAddress("t.xlsx", "T", 7, 0));
    }

    /** Whether one of the rows that close the gaps matches these values of the columns. */
    boolean isGap(Object... values) {
        Facts facts = new Facts(new FactLayout(vocabulary()));
        facts.put(new FactPath(DAY, FactPath.ONCE), new Fact.Known(COVERED_FROM));
        for (int i = 0; i < values.length; i++) {
            facts.put(new FactPath(columns.get(i), FactPath.ONCE), new Fact.Known(values[i]));
        }
        return findings().stream()
                .map(Finding::defect)
                .filter(Gap.class::isInstance)
                .map(defect -> read((Gap) defect))
                .anyMatch(rule ->
                        RuleReading.of(table(), rule, facts, FactPath.ONCE).truth() == Truth.TRUE);
    }

    public Field field(String path) {
        return fields.get(FieldPath.parse(path).orElseThrow());
    }

    public DecisionTable table() {
        return new DecisionTable(
                "table", "Table", hitPolicy, null, gives, null, DAY, rules, new SheetAddress("t.xlsx", "T"));
    }

    public Vocabulary vocabulary() {
        return new Vocabulary(
                List.of(new Entity("x", "X", false, true, LABEL), new Entity("docs", "Doc", true, true, LABEL)),
                fields.values(),
                List.of(LETTERS));
    }

    /** A ruleset of this table alone. */
    public Ruleset ruleset() {
        return RulesetFixture.of(
                new Policy("p", Languages.USUAL, LABEL, DAY, COVERED_FROM, new FieldPath("x", "reference")),
                vocabulary(),
                List.of(table()));
    }

    public List<Finding> findings() {
        return findings(Effort.USUAL);
    }

    public List<Finding> findings(Effort effort) {
        return new TableAnalysis(LogicNgSolver::new, effort).of(ruleset());
    }

    /** What is found, as "code rule". */
    public List<String> found() {
        return findings().stream()
                .map(finding -> finding.defect().code() + (finding.rule() == null ? "" : " " + finding.rule()))
                .toList();
    }
}
