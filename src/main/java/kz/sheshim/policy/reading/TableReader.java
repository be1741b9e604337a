package kz.sheshim.policy.reading;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.ShownOtherwise;
import kz.sheshim.finding.cell.StrayCells;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.finding.table.ConstantCondition;
import kz.sheshim.finding.table.ContradictoryAlways;
import kz.sheshim.finding.table.FarOffDate;
import kz.sheshim.finding.table.FromAfterUntil;
import kz.sheshim.finding.table.MisplacedOtherwise;
import kz.sheshim.finding.table.MissingRuleId;
import kz.sheshim.finding.table.UnmarkedRule;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.Policy;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.Condition;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.DateText;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads a sheet as a decision table: its head, the bindings of its columns, its rules. */
final class TableReader {
    /** Years from the first covered day: no law is written for so long. */
    private static final int FAR_OFF = 50;

    private static final String ALWAYS = "always";
    private static final String OTHERWISE = "otherwise";

    private final Sheet sheet;
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final Consumer<Finding> findings;
    private final TableHead head;
    private final String table;
    private final TableColumns bindings;
    private final ConclusionReader conclusions;
    private final @Nullable HitPolicy hitPolicy;
    private final @Nullable ConclusionKind gives;
    private final @Nullable String forEach;

    TableReader(Sheet sheet, Vocabulary vocabulary, Catalogue catalogue, Consumer<Finding> findings) {
        this.sheet = sheet;
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.findings = findings;
        head = new TableHead(sheet, findings);
        table = head.id();
        hitPolicy = head.hitPolicy().orElse(null);
        gives = head.gives().orElse(null);
        forEach = head.forEach(vocabulary);
        bindings = new TableColumns(sheet, vocabulary, forEach, gives, findings);
        conclusions = new ConclusionReader(bindings, vocabulary, catalogue, gives, findings);
    }

    String id() {
        return table;
    }

    CellAddress idAddress() {
        return head.idAddress();
    }

    /** The table; empty when its head could not be read. Every defect is a finding. */
    Optional<DecisionTable> read(Policy policy) {
        List<Rule> rules = rules(policy);
        var datedBy = head.datedBy(vocabulary, policy.datedBy());
        Integer stage = head.stage(gives);
        if (table.isEmpty() || hitPolicy == null || gives == null) {
            return Optional.empty();
        }
        return Optional.of(new DecisionTable(
                table, head.title(), hitPolicy, forEach, gives, stage, datedBy, rules, sheet.address()));
    }

    private List<Rule> rules(Policy policy) {
        CitedActs cited = new CitedActs(bindings, catalogue, policy, findings);
        List<Rule> rules = new ArrayList<>();
        Map<String, CellAddress> ids = new HashMap<>();
        List<Row> rows = new RuleRows(sheet, bindings.ruleColumn(), findings).rows();
        bindings.complete(rows, catalogue);
        int last = rows.size() - 1;
        while (last > 0 && isNote(rows.get(last))) {
            last--;
        }
        for (Row row : rows) {
            if (isNote(row) && rows.indexOf(row) > last) {
                report(row.address(row.cells().firstKey()), null, new StrayCells(FilledRows.firstText(row), 1));
                continue;
            }
            String id = ruleId(row, ids);
            Period inForce = inForce(row, id, policy);
            List<FieldCondition> conditions = conditions(row, id, row == rows.get(rows.size() - 1));
            Conclusion conclusion = conclusions.conclusion(row, id);
            if (!id.isEmpty() && conclusion != null) {
                Rule rule = new Rule(new RuleId(table, id), inForce, conditions, conclusion, row.address(0));
                if (readable(inForce, row)) {
                    cited.check(rule, row);
                }
                rules.add(rule);
            }
        }
        return rules;
    }

    /** The row fills no column that is read, as a remark below a table. */
    private boolean isNote(Row row) {
        return bindings.ruleColumn() != null
                && row.cells().keySet().stream()
                        .noneMatch(column -> column.equals(bindings.ruleColumn())
                                || column.equals(bindings.fromColumn())
                                || column.equals(bindings.untilColumn())
                                || sheet.row(TableHead.BINDING_ROW).cell(column).isPresent());
    }

    private String ruleId(Row row, Map<String, CellAddress> ids) {
        Integer column = bindings.ruleColumn();
        if (column == null) {
            return "";
        }
        String id = row.text(column);
        row.cell(column).flatMap(ShownOtherwise::in).ifPresent(defect -> report(row.address(column), id, defect));
        if (id.isEmpty()) {
            report(row.address(column), null, new MissingRuleId());
        } else if (!NameForm.RULE.fits(id)) {
            report(row.address(column), null, NameForm.RULE.defect(id));
            return "";
        } else {
            CellAddress first = ids.putIfAbsent(id, row.address(column));
            if (first != null) {
                report(row.address(column), id, new Duplicate(Phrase.of("rule"), id, first));
            }
        }
        return id;
    }

    private Period inForce(Row row, String rule, Policy policy) {
        Cell from = cell(row, bindings.fromColumn());
        Cell until = cell(row, bindings.untilColumn());
        Period period = new Period(date(from, rule, policy), date(until, rule, policy));
        if (until != null
                && period.from() != null
                && period.until() != null
                && period.from().isAfter(period.until())) {
            report(until.address(), rule, new FromAfterUntil(period.from(), period.until()));
        }
        return period;
    }

    /** The dates that the row says are known. */
    private boolean readable(Period period, Row row) {
        return (period.from() == null) == (cell(row, bindings.fromColumn()) == null)
                && (period.until() == null) == (cell(row, bindings.untilColumn()) == null);
    }

    private static @Nullable Cell cell(Row row, @Nullable Integer column) {
        return column == null ? null : row.cell(column).orElse(null);
    }

    private java.time.@Nullable LocalDate date(@Nullable Cell cell, String rule, Policy policy) {
        if (cell == null) {
            return null;
        }
        var date = DateText.date(cell.text());
        if (date.isEmpty()) {
            report(cell.address(), rule, ConditionParser.noValue(new FieldType.Date(), cell.text()));
        }
        date.filter(day -> !policy.coveredFrom().equals(Policy.NOT_KNOWN))
                .filter(day -> Math.abs(ChronoUnit.YEARS.between(policy.coveredFrom(), day)) >= FAR_OFF)
                .ifPresent(day -> report(cell.address(), rule, new FarOffDate(day, policy.coveredFrom())));
        return date.orElse(null);
    }

    private List<FieldCondition> conditions(Row row, String rule, boolean last) {
        List<FieldCondition> conditions = new ArrayList<>();
        List<TableColumns.ConditionColumn> columns = bindings.conditions();
        Cell marked = null;
        int filled = 0;
        for (TableColumns.ConditionColumn column : columns) {
            Cell cell = row.cell(column.column()).orElse(null);
            if (cell == null || cell.text().equals(ConditionParser.ANY)) {
                continue;
            }
            if (cell.text().equals(ALWAYS) || cell.text().equals(OTHERWISE)) {
                marked = cell;
            } else {
                filled++;
                if (cell.readable()) {
                    condition(cell, column, rule).ifPresent(conditions::add);
                }
            }
        }
        boolean unreadable = row.cells().values().stream().anyMatch(cell -> !cell.readable());
        if (marked != null) {
            marked(marked, row, rule, filled, last);
        } else if (filled == 0 && !unreadable && !bindings.faulty()) {
            report(
                    row.address(columns.isEmpty() ? 0 : columns.get(0).column()),
                    rule,
                    new UnmarkedRule(hitPolicy == HitPolicy.FIRST ? OTHERWISE : ALWAYS));
        }
        return conditions;
    }

    private Optional<FieldCondition> condition(Cell cell, TableColumns.ConditionColumn column, String rule) {
        if (column.field().type().ofTexts()) {
            ShownOtherwise.in(cell).ifPresent(defect -> report(cell.address(), rule, defect));
        }
        ConditionParser parser = new ConditionParser(column.field(), column.many());
        Condition condition = parser.parse(cell.text());
        parser.defects().forEach(defect -> report(cell.address(), rule, defect));
        parser.warnings().forEach(defect -> report(cell.address(), rule, defect));
        if (condition == null) {
            if (parser.defects().isEmpty()) {
                throw new IllegalStateException("neither condition nor defect: " + cell);
            }
            return Optional.empty();
        }
        if (column.field().ifAbsent().always() && condition.ofPresence()) {
            report(
                    cell.address(),
                    rule,
                    new ConstantCondition(
                            cell.text(), column.field().path().toString(), condition instanceof Condition.Present));
        }
        return Optional.of(new FieldCondition(column.field().path(), column.scope(), condition));
    }

    /** Whether the text of a cell states a condition. */
    static boolean isCondition(String text) {
        return !text.isEmpty() && !text.equals(ConditionParser.ANY) && !text.equals(ALWAYS) && !text.equals(OTHERWISE);
    }

    private void marked(Cell marked, Row row, String rule, int filled, boolean last) {
        boolean otherwise = marked.text().equals(OTHERWISE);
        if (filled > 0) {
            report(marked.address(), rule, new ContradictoryAlways(marked.text()));
        } else if (!marked.address()
                        .equals(row.address(bindings.conditions().get(0).column()))
                || otherwise && (!last || hitPolicy != HitPolicy.FIRST)) {
            report(marked.address(), rule, new MisplacedOtherwise(marked.text()));
        }
    }

    private void report(CellAddress address, @Nullable String rule, Defect defect) {
        findings.accept(new Finding(address, rule == null || rule.isEmpty() ? null : rule, defect));
    }
}
