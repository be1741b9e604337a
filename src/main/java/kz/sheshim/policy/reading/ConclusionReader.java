package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.CitationWithoutStatus;
import kz.sheshim.finding.cell.NeedlessCell;
import kz.sheshim.finding.cell.ShownOtherwise;
import kz.sheshim.finding.cell.UnknownWord;
import kz.sheshim.finding.cell.WrongType;
import kz.sheshim.finding.name.UnknownCode;
import kz.sheshim.finding.table.BlankConclusion;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.table.Citation;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.Term;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import org.jspecify.annotations.Nullable;

/** Reads the conclusions of a table's rows. */
final class ConclusionReader {
    private static final List<String> STATUSES =
            Stream.of(Citation.Status.values()).map(Citation.Status::toString).toList();

    private final TableColumns bindings;
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final @Nullable ConclusionKind gives;
    private final Consumer<Finding> findings;

    ConclusionReader(
            TableColumns bindings,
            Vocabulary vocabulary,
            Catalogue catalogue,
            @Nullable ConclusionKind gives,
            Consumer<Finding> findings) {
        this.bindings = bindings;
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.gives = gives;
        this.findings = findings;
    }

    /** The conclusion of a row, or null; every defect is a finding. */
    @Nullable
    Conclusion conclusion(Row row, String rule) {
        if (gives == null) {
            return null;
        }
        if (gives != ConclusionKind.TERM) {
            bindings.textColumns().forEach(column -> row.cell(column)
                    .flatMap(ShownOtherwise::in)
                    .ifPresent(defect -> report(row.address(column), rule, defect)));
        }
        return switch (gives) {
            case FACT -> fact(row, rule);
            case GROUND -> {
                String code = code(
                        row,
                        rule,
                        Phrase.of("the code of the ground"),
                        "Grounds",
                        catalogue.grounds().keySet());
                Conclusion.Subject subject = subject(row, rule);
                List<Citation> citations = citations(row, rule);
                yield code == null || citations.isEmpty() ? null : new Conclusion.OfGround(code, subject, citations);
            }
            case NOTICE -> {
                String code = code(
                        row,
                        rule,
                        Phrase.of("the code of the notice"),
                        "Notices",
                        catalogue.notices().keySet());
                Conclusion.Subject subject = subject(row, rule);
                yield code == null ? null : new Conclusion.OfNotice(code, subject);
            }
            case ACTION -> {
                String code = code(
                        row,
                        rule,
                        Phrase.of("the code of the action"),
                        "Actions",
                        catalogue.actions().keySet());
                yield code == null ? null : new Conclusion.OfAction(code);
            }
            case TERM -> term(row, rule);
        };
    }

    private @Nullable Conclusion fact(Row row, String rule) {
        Field field = bindings.factField();
        if (field == null) {
            return null;
        }
        String text = row.text(bindings.factColumn());
        if (text.isEmpty()) {
            report(
                    row.address(bindings.factColumn()),
                    rule,
                    new BlankConclusion(Phrase.of("a value of {0}", field.path())));
            return null;
        }
        List<String> values = new ArrayList<>();
        for (String part : field.type().list() ? text.split(",") : new String[] {text}) {
            Object value = field.type().parse(part.strip()).orElse(null);
            if (value == null) {
                report(row.address(bindings.factColumn()), rule, ConditionParser.noValue(field.type(), text));
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
        List<Term.Unit> bound = Arrays.stream(Term.Unit.values())
                .filter(unit -> bindings.conclusion(unit.written()) != null)
                .toList();
        List<Term.Unit> filled = bound.stream()
                .filter(unit -> optional(row, unit.written()) != null)
                .toList();
        if (bound.isEmpty()) {
            return null;
        }
        String first = (filled.isEmpty() ? bound : filled).get(0).written();
        Cell cell = needed(row, rule, first, new BlankConclusion(Phrase.of("a number of {0}", first)));
        if (cell == null) {
            return null;
        }
        if (filled.size() > 1) {
            Cell other = optional(row, filled.get(1).written());
            report(
                    other == null ? cell.address() : other.address(),
                    rule,
                    new NeedlessCell(filled.get(1).written(), Phrase.of("the row gives a term in {0} already", first)));
            return null;
        }
        if (!cell.text().matches("[0-9]{1,3}")) {
            report(cell.address(), rule, new WrongType(cell.text(), Phrase.of("whole number from 0 to 999")));
            return null;
        }
        int length = Integer.parseInt(cell.text());
        return filled.get(0) == Term.Unit.WORKING_DAYS
                ? ofWorkingDays(length, row, rule)
                : ofDaysOrMonths(length, filled.get(0), row, cell.address(), rule);
    }

    private @Nullable Conclusion ofWorkingDays(int length, Row row, String rule) {
        Cell needless = optional(row, TableColumns.ON_A_DAY_OFF);
        if (needless != null) {
            report(
                    needless.address(),
                    rule,
                    new NeedlessCell(needless.text(), Phrase.of("a term in working days never ends on a day off")));
        }
        return new Conclusion.OfTerm(Term.ofWorkingDays(length));
    }

    private @Nullable Conclusion ofDaysOrMonths(int length, Term.Unit unit, Row row, CellAddress term, String rule) {
        Phrase form = Phrase.of("one of {0}", String.join(", ", Term.OnDayOff.all()));
        Cell cell = optional(row, TableColumns.ON_A_DAY_OFF);
        if (cell == null) {
            Integer column = bindings.conclusion(TableColumns.ON_A_DAY_OFF);
            report(
                    column == null ? term : row.address(column),
                    rule,
                    new BlankConclusion(Phrase.of(
                            "which day counts when the term ends on a day off, in the column → {0} ({1})",
                            TableColumns.ON_A_DAY_OFF, form)));
            return null;
        }
        Optional<Term.OnDayOff> onDayOff = Term.OnDayOff.of(cell.text());
        if (onDayOff.isEmpty()) {
            report(
                    cell.address(),
                    rule,
                    new UnknownWord(
                            cell.text(),
                            form,
                            Nearest.to(cell.text(), Term.OnDayOff.all()).orElse(null)));
            return null;
        }
        return new Conclusion.OfTerm(new Term(length, unit, onDayOff.get()));
    }

    private @Nullable String code(Row row, String rule, Phrase what, String sheet, Collection<String> codes) {
        Cell cell = needed(row, rule, "code", new BlankConclusion(what));
        if (cell == null) {
            return null;
        }
        return known(cell, rule, sheet, null, codes);
    }

    private @Nullable String known(
            Cell cell, String rule, String sheet, @Nullable String group, Collection<String> codes) {
        if (codes.contains(cell.text())) {
            return cell.text();
        }
        report(
                cell.address(),
                rule,
                new UnknownCode(
                        cell.text(),
                        sheet,
                        group,
                        Nearest.to(cell.text(), codes).orElse(null)));
        return null;
    }

    private Conclusion.@Nullable Subject subject(Row row, String rule) {
        Cell cell = optional(row, "subject");
        if (cell == null) {
            return null;
        }
        if (cell.text().contains(".")) {
            return bindings.field(cell)
                    .map(field -> new Conclusion.Subject.EachValueOf(bindings.scope(field.path()), field.path()))
                    .orElse(null);
        }
        CodeList subjects =
                vocabulary.codeList(Vocabulary.SUBJECTS).orElse(new CodeList(Vocabulary.SUBJECTS, Map.of()));
        if (!subjects.has(cell.text())) {
            report(cell.address(), rule, ConditionParser.noValue(new FieldType.Code(subjects), cell.text()));
            return null;
        }
        return new Conclusion.Subject.Named(cell.text());
    }

    /** The citations of a row, the main one first; empty if one of them is faulty. */
    private List<Citation> citations(Row row, String rule) {
        Citation main = citation(row, rule, "");
        boolean second = Stream.of("citation", "place", "status")
                .anyMatch(column -> optional(row, column + TableColumns.SECOND) != null);
        if (!second) {
            return main == null ? List.of() : List.of(main);
        }
        Citation other = citation(row, rule, TableColumns.SECOND);
        return main == null || other == null ? List.of() : List.of(main, other);
    }

    private @Nullable Citation citation(Row row, String rule, String number) {
        Cell act = needed(row, rule, "citation" + number, new BlankConclusion(Phrase.of("the act that is cited")));
        Cell status = needed(row, rule, "status" + number, new CitationWithoutStatus());
        Cell place = optional(row, "place" + number);
        String code = act == null
                ? null
                : known(act, rule, "Acts", null, catalogue.acts().keySet());
        if (code == null || status == null || (place != null && !knownPlace(place, code, rule))) {
            return null;
        }
        for (Citation.Status value : Citation.Status.values()) {
            if (value.toString().equals(status.text())) {
                return new Citation(code, place == null ? null : place.text(), value);
            }
        }
        report(
                status.address(),
                rule,
                new UnknownWord(
                        status.text(),
                        Phrase.of("one of {0}", String.join(", ", STATUSES)),
                        Nearest.to(status.text(), STATUSES).orElse(null)));
        return null;
    }

    /** A policy without a sheet Places writes its places as they are shown. */
    private boolean knownPlace(Cell place, String act, String rule) {
        if (catalogue.places().isEmpty()) {
            return true;
        }
        List<String> places = catalogue.places().keySet().stream()
                .filter(each -> each.act().equals(act))
                .map(Catalogue.Place::code)
                .toList();
        return known(place, rule, "Places", act, places) != null;
    }

    private @Nullable Cell optional(Row row, String conclusion) {
        Integer column = bindings.conclusion(conclusion);
        return column == null ? null : row.cell(column).orElse(null);
    }

    private @Nullable Cell needed(Row row, String rule, String conclusion, Defect missing) {
        Integer column = bindings.conclusion(conclusion);
        if (column == null) {
            return null;
        }
        Cell cell = row.cell(column).orElse(null);
        if (cell == null) {
            report(row.address(column), rule, missing);
        }
        return cell;
    }

    private void report(CellAddress address, String rule, Defect defect) {
        findings.accept(new Finding(address, rule.isEmpty() ? null : rule, defect));
    }
}
