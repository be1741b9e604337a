package kz.sheshim.adapter.http.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.sheshim.adapter.http.desk.DrawnTable.Mark;
import kz.sheshim.engine.Trace.TracedRule;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.policy.reading.TableSheet.Column;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.workbook.Row;

/** Draws a table as it was read in one decision: what each condition said, and the values that it read. */
final class TracedSheet {
    private static final int ROW = DrawnTable.WHOLE_ROW.index();

    private final Ruleset ruleset;
    private final Language language;
    private final DecisionTexts texts;
    private final Facts facts;
    private final Set<RuleId> matched;
    private final ApplicationFacts values;

    /** @param matched the rules that hold and count */
    TracedSheet(Ruleset ruleset, Language language, DecisionTexts texts, Facts facts, Set<RuleId> matched) {
        this.ruleset = ruleset;
        this.language = language;
        this.texts = texts;
        this.facts = facts;
        this.matched = matched;
        this.values = new ApplicationFacts(ruleset, language);
    }

    /**
     * Draws the table for one instance.
     *
     * @param rules all rules of the table, as they were read for the instance
     */
    DrawnTable draw(DecisionTable table, TableSheet sheet, List<TracedRule> rules) {
        Map<Integer, Row> rows = new HashMap<>();
        sheet.rules().forEach(row -> rows.put(row.number(), row));
        Map<RuleId, Map<Integer, Mark>> marks = new HashMap<>();
        boolean decided = false;
        for (TracedRule traced : rules) {
            Rule rule = traced.rule();
            Row row = rows.get(rule.address().row());
            if (row != null) {
                boolean counts = !decided && matched.contains(rule.id());
                marks.put(rule.id(), marks(table, sheet, row, traced, counts));
            }
            decided |= table.hitPolicy() == HitPolicy.FIRST && traced.truth() == Truth.TRUE;
        }
        return DrawnTable.of(
                ruleset, table, sheet, language, null, (rule, column) -> marks.getOrDefault(rule.id(), Map.of())
                        .getOrDefault(column.index(), Mark.NONE));
    }

    private Map<Integer, Mark> marks(
            DecisionTable table, TableSheet sheet, Row row, TracedRule traced, boolean counts) {
        Map<Integer, Mark> marks = new HashMap<>();
        Mark whole = whole(traced.truth(), counts);
        marks.put(ROW, whole);
        for (Column column : sheet.columns()) {
            if (column.isRule()) {
                marks.put(column.index(), whole);
            }
            if (column.isPeriod() && !row.text(column.index()).isEmpty()) {
                marks.put(column.index(), mark(column.isFrom() ? traced.begun() : traced.notEnded(), day(table)));
            }
        }
        List<Column> conditions = sheet.conditions(row);
        if (conditions.size() == traced.cells().size()) {
            for (int i = 0; i < conditions.size(); i++) {
                FieldCondition condition = traced.rule().conditions().get(i);
                String read = values.read(condition.reads(facts, traced.instance()), facts, texts);
                marks.put(conditions.get(i).index(), mark(traced.cells().get(i), read));
            }
        }
        return marks;
    }

    private String day(DecisionTable table) {
        return facts.get(new FactPath(table.datedBy(), FactPath.ONCE)) instanceof Fact.Known known
                ? known.value().toString()
                : texts.notKnown();
    }

    private Mark mark(Truth truth, String read) {
        return switch (truth) {
            case TRUE -> new Mark("true", "✓ " + texts.isTrue() + ": " + read);
            case FALSE -> new Mark("false", "✕ " + texts.isFalse() + ": " + read);
            case UNKNOWN -> new Mark("unknown", "? " + texts.isOpen() + ": " + read);
        };
    }

    private Mark whole(Truth truth, boolean counts) {
        return switch (truth) {
            case TRUE -> counts ? new Mark("held", "✓ " + texts.held()) : new Mark("passed", "– " + texts.passed());
            case FALSE -> new Mark("ruled-out", "✕ " + texts.ruledOut());
            case UNKNOWN -> new Mark("open", "? " + texts.open());
        };
    }
}
