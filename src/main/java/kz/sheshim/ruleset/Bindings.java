package kz.sheshim.ruleset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.sheshim.check.BlankCell;
import kz.sheshim.check.Defect;
import kz.sheshim.check.Duplicate;
import kz.sheshim.check.Finding;
import kz.sheshim.check.MisplacedBinding;
import kz.sheshim.check.MissingColumn;
import kz.sheshim.check.UnknownBinding;
import kz.sheshim.check.UnknownCode;
import kz.sheshim.check.UnknownWord;
import kz.sheshim.check.WrongType;
import kz.sheshim.facts.CodeList;
import kz.sheshim.facts.Field;
import kz.sheshim.facts.FieldPath;
import kz.sheshim.facts.Nearest;
import kz.sheshim.facts.Vocabulary;
import kz.sheshim.table.Citation;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.ConditionParser;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Gives;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** What the columns of a table are bound to, by its heading and binding rows; reads the conclusion of a row. */
final class Bindings {
    private static final Map<Gives, List<String>> CONCLUSIONS = Map.of(
            Gives.FACT, List.of(),
            Gives.GROUND, List.of("code", "subject", "citation", "place", "status"),
            Gives.NOTICE, List.of("code", "subject"),
            Gives.ACTION, List.of("code"),
            Gives.TERM, List.of("working days"));
    private static final Map<Gives, List<String>> NEEDED = Map.of(
            Gives.FACT, List.of(),
            Gives.GROUND, List.of("code", "citation", "status"),
            Gives.NOTICE, List.of("code"),
            Gives.ACTION, List.of("code"),
            Gives.TERM, List.of("working days"));

    /** A column that holds conditions on a field. */
    record ConditionColumn(int column, Field field, FieldCondition.Scope scope) {
        boolean many() {
            return scope == FieldCondition.Scope.ALL || field.type().list();
        }
    }

    private final Sheet sheet;
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final @Nullable String forEach;
    private final @Nullable Gives gives;
    private final Consumer<Finding> findings;
    private final Map<String, Integer> headed = new HashMap<>();
    private final List<ConditionColumn> conditions = new ArrayList<>();
    private final Map<String, Integer> conclusions = new LinkedHashMap<>();
    private @Nullable Field factField;
    private int factColumn;

    Bindings(
            Sheet sheet,
            Vocabulary vocabulary,
            Catalogue catalogue,
            @Nullable String forEach,
            @Nullable Gives gives,
            Consumer<Finding> findings) {
        this.sheet = sheet;
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.forEach = forEach;
        this.gives = gives;
        this.findings = findings;
        readHeading();
        sheet.row(TableHead.BINDING_ROW).cells().forEach(this::bind);
        if (gives != null) {
            for (String needed : NEEDED.getOrDefault(gives, List.of())) {
                if (!conclusions.containsKey(needed)) {
                    findings.accept(Finding.at(bindingRow(), new MissingColumn("→ " + needed)));
                }
            }
            if (gives == Gives.FACT && factField == null) {
                findings.accept(Finding.at(bindingRow(), new MissingColumn("→ with the field that the table gives")));
            }
        }
    }

    private CellAddress bindingRow() {
        return sheet.row(TableHead.BINDING_ROW).address(0);
    }

    private void readHeading() {
        Row heading = sheet.row(TableHead.HEADING_ROW);
        heading.cells().forEach((column, cell) -> {
            if (List.of("Rule", "From", "Until").contains(cell.text())) {
                Integer first = headed.putIfAbsent(cell.text(), column);
                if (first != null) {
                    findings.accept(
                            Finding.at(cell.address(), new Duplicate("column", cell.text(), heading.address(first))));
                }
            }
        });
        for (String needed : List.of("Rule", "From", "Until")) {
            if (!headed.containsKey(needed)) {
                findings.accept(Finding.at(heading.address(0), new MissingColumn(needed)));
            }
        }
    }

    @Nullable
    Integer ruleColumn() {
        return headed.get("Rule");
    }

    @Nullable
    Integer fromColumn() {
        return headed.get("From");
    }

    @Nullable
    Integer untilColumn() {
        return headed.get("Until");
    }

    /** The condition columns from left to right. */
    List<ConditionColumn> conditions() {
        return conditions;
    }

    private void bind(int column, Cell cell) {
        if (headed.containsValue(column)) {
            report(cell, new MisplacedBinding(cell.text(), "the columns Rule, From and Until have no binding"));
        } else if (cell.text().startsWith("→") || cell.text().startsWith("->")) {
            bindConclusion(column, cell, cell.text().replaceFirst("→|->", "").strip());
        } else {
            field(cell, cell.text())
                    .ifPresent(field -> conditions.add(new ConditionColumn(column, field, scope(field.path()))));
        }
    }

    private FieldCondition.Scope scope(FieldPath field) {
        if (!vocabulary.many(field)) {
            return FieldCondition.Scope.ONCE;
        }
        return field.entity().equals(forEach) ? FieldCondition.Scope.INSTANCE : FieldCondition.Scope.ALL;
    }

    private Optional<Field> field(Cell cell, String text) {
        Optional<Field> field = FieldPath.parse(text).flatMap(vocabulary::field);
        if (field.isEmpty()) {
            Collection<String> paths = vocabulary.fields().stream()
                    .map(known -> known.path().toString())
                    .toList();
            report(cell, new UnknownBinding(text, Nearest.to(text, paths).orElse(null)));
        }
        return field;
    }

    private void bindConclusion(int column, Cell cell, String name) {
        if (gives == null) {
            return;
        }
        if (gives == Gives.FACT) {
            field(cell, name).ifPresent(field -> bindFact(column, cell, field));
            return;
        }
        List<String> names = CONCLUSIONS.getOrDefault(gives, List.of());
        if (!names.contains(name)) {
            report(
                    cell,
                    new UnknownWord(
                            name,
                            "a conclusion of a table that gives a "
                                    + gives.name().toLowerCase(java.util.Locale.ROOT) + " (" + String.join(", ", names)
                                    + ")",
                            Nearest.to(name, names).orElse(null)));
        } else if (conclusions.putIfAbsent(name, column) != null) {
            report(cell, new MisplacedBinding(cell.text(), "another column is bound to it already"));
        }
    }

    private void bindFact(int column, Cell cell, Field field) {
        boolean reachable = !vocabulary.many(field.path())
                ? forEach == null
                : field.path().entity().equals(forEach);
        if (!field.derived() || VerdictFields.isOne(field.path())) {
            report(cell, new MisplacedBinding(cell.text(), "only derived fields can be given by a table"));
        } else if (!field.derivedFrom().isEmpty()) {
            report(cell, new MisplacedBinding(cell.text(), "Derived from says that rules/*.drl give the field"));
        } else if (!reachable) {
            report(
                    cell,
                    new MisplacedBinding(
                            cell.text(),
                            "the table must be read for each " + field.path().entity()
                                    + " if that occurs many times, and once otherwise"));
        } else if (factField != null) {
            report(cell, new MisplacedBinding(cell.text(), "a table gives one field"));
        } else {
            factField = field;
            factColumn = column;
        }
    }

    /** The conclusion of a row, or null; every defect is a finding. */
    @Nullable
    Conclusion conclusion(Row row, String rule) {
        if (gives == null) {
            return null;
        }
        return switch (gives) {
            case FACT -> fact(row, rule);
            case GROUND -> {
                String code = code(row, rule, "ground", catalogue.grounds().keySet());
                Conclusion.Subject subject = subject(row, rule);
                Citation citation = citation(row, rule);
                yield code == null || citation == null ? null : new Conclusion.OfGround(code, subject, citation);
            }
            case NOTICE -> {
                String code = code(row, rule, "notice", catalogue.notices().keySet());
                Conclusion.Subject subject = subject(row, rule);
                yield code == null ? null : new Conclusion.OfNotice(code, subject);
            }
            case ACTION -> {
                String code = code(row, rule, "action", catalogue.actions().keySet());
                yield code == null ? null : new Conclusion.OfAction(code);
            }
            case TERM -> term(row, rule);
        };
    }

    private @Nullable Conclusion fact(Row row, String rule) {
        Field field = factField;
        if (field == null) {
            return null;
        }
        String text = row.text(factColumn);
        if (text.isEmpty()) {
            report(row.address(factColumn), rule, new BlankCell("a value of " + field.path()));
            return null;
        }
        List<String> values = new ArrayList<>();
        for (String part : field.type().list() ? text.split(",") : new String[] {text}) {
            Object value = field.type().parse(part.strip()).orElse(null);
            if (value == null) {
                report(row.address(factColumn), rule, ConditionParser.noValue(field.type(), part.strip()));
                return null;
            }
            if (!field.type().list()) {
                return new Conclusion.OfFact(field.path(), value);
            }
            values.add((String) value);
        }
        return new Conclusion.OfFact(field.path(), List.copyOf(values));
    }

    private @Nullable Conclusion term(Row row, String rule) {
        Cell cell = needed(row, rule, "working days", "a number of working days");
        if (cell == null) {
            return null;
        }
        if (!cell.text().matches("[0-9]{1,3}")) {
            report(cell.address(), rule, new WrongType(cell.text(), "whole number from 0 to 999"));
            return null;
        }
        return new Conclusion.OfTerm(Integer.parseInt(cell.text()));
    }

    private @Nullable String code(Row row, String rule, String list, Collection<String> codes) {
        Cell cell = needed(row, rule, "code", "a " + list);
        if (cell == null) {
            return null;
        }
        return known(cell, rule, list, codes);
    }

    private @Nullable String known(Cell cell, String rule, String list, Collection<String> codes) {
        if (codes.contains(cell.text())) {
            return cell.text();
        }
        report(
                cell.address(),
                rule,
                new UnknownCode(
                        cell.text(), list, Nearest.to(cell.text(), codes).orElse(null)));
        return null;
    }

    private Conclusion.@Nullable Subject subject(Row row, String rule) {
        Cell cell = optional(row, "subject");
        if (cell == null) {
            return null;
        }
        if (cell.text().contains(".")) {
            return field(cell, cell.text())
                    .map(field -> new Conclusion.Subject.EachValueOf(scope(field.path()), field.path()))
                    .orElse(null);
        }
        Collection<String> subjects = vocabulary
                .codeList(RulesetReader.SUBJECTS)
                .map(CodeList::codes)
                .map(Map::keySet)
                .orElse(java.util.Set.of());
        String code = known(cell, rule, RulesetReader.SUBJECTS, subjects);
        return code == null ? null : new Conclusion.Subject.Named(code);
    }

    private @Nullable Citation citation(Row row, String rule) {
        Cell act = needed(row, rule, "citation", "the act that is cited");
        Cell status = needed(row, rule, "status", "whether the citation is verified");
        Cell place = optional(row, "place");
        String code =
                act == null ? null : known(act, rule, "act", catalogue.acts().keySet());
        if (code == null || status == null) {
            return null;
        }
        for (Citation.Status value : Citation.Status.values()) {
            if (value.toString().equals(status.text())) {
                return new Citation(code, place == null ? null : place.text(), value);
            }
        }
        report(status.address(), rule, new UnknownWord(status.text(), "verified or to verify", null));
        return null;
    }

    private @Nullable Cell optional(Row row, String conclusion) {
        Integer column = conclusions.get(conclusion);
        return column == null ? null : row.cell(column).orElse(null);
    }

    private @Nullable Cell needed(Row row, String rule, String conclusion, String what) {
        Integer column = conclusions.get(conclusion);
        if (column == null) {
            return null;
        }
        Cell cell = row.cell(column).orElse(null);
        if (cell == null) {
            report(row.address(column), rule, new BlankCell(what));
        }
        return cell;
    }

    private void report(Cell cell, Defect defect) {
        findings.accept(Finding.at(cell.address(), defect));
    }

    private void report(CellAddress address, String rule, Defect defect) {
        findings.accept(new Finding(address, rule.isEmpty() ? null : rule, defect));
    }
}
