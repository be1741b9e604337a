package kz.sheshim.policy.reading;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.reading.TableSheet.Column;
import kz.sheshim.table.Citation;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.Term;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.RowEdit;
import org.jspecify.annotations.Nullable;

/**
 * The row of a rule as a form: what its author wrote in each column, and what can stand there. Filled in, it is an edit of the workbook.
 *
 * @param inputs from left to right
 */
public record RowForm(Row row, List<Input> inputs) {

    /** What a column is for. */
    public enum Kind {
        RULE,
        FROM,
        UNTIL,
        CONDITION,
        CONCLUSION,
        /** A column that is not bound. */
        NOTE
    }

    /**
     * A cell of the row.
     *
     * @param text what its author wrote; empty for a blank cell
     * @param field the field that the cell asks about, or whose value it gives; null for other columns
     * @param choices what a single value in the cell can be; empty where it cannot be listed
     */
    public record Input(
            Column column, CellAddress address, String text, Kind kind, @Nullable Field field, List<String> choices) {
        public Input {
            choices = List.copyOf(choices);
        }
    }

    public RowForm {
        inputs = List.copyOf(inputs);
    }

    /** The form of a row of the sheet. */
    public static RowForm of(TableSheet sheet, Row row, Vocabulary vocabulary, Catalogue catalogue) {
        String gives = sheet.head().getOrDefault("Gives", "");
        return new RowForm(
                row,
                sheet.columns().stream()
                        .map(column -> {
                            Kind kind = kind(column);
                            Field field = field(column, vocabulary).orElse(null);
                            return new Input(
                                    column,
                                    row.address(column.index()),
                                    row.text(column.index()),
                                    kind,
                                    field,
                                    kind == Kind.CONCLUSION && field == null
                                            ? parts(column.given(), gives, vocabulary, catalogue)
                                            : kind == Kind.CONDITION && field == null
                                                    ? ofRule(column)
                                                    : field == null ? List.of() : values(field.type()));
                        })
                        .toList());
    }

    private static Kind kind(Column column) {
        if (column.isRule()) {
            return Kind.RULE;
        }
        if (column.isPeriod()) {
            return column.heading().equals("From") ? Kind.FROM : Kind.UNTIL;
        }
        return column.isConclusion() ? Kind.CONCLUSION : column.isCondition() ? Kind.CONDITION : Kind.NOTE;
    }

    private static Optional<Field> field(Column column, Vocabulary vocabulary) {
        return FieldPath.parse(column.isConclusion() ? column.given() : column.binding())
                .flatMap(vocabulary::field);
    }

    private static List<String> values(FieldType type) {
        return type.kind() == FieldType.Kind.YES_NO
                ? List.of("yes", "no")
                : type.codeList()
                        .map(list -> List.copyOf(list.codes().keySet()))
                        .orElse(List.of());
    }

    /** A rule of a rule file holds or does not. */
    private static List<String> ofRule(Column column) {
        return column.binding().startsWith(TableColumns.RULE) ? List.of("yes", "no") : List.of();
    }

    private static List<String> parts(String given, String gives, Vocabulary vocabulary, Catalogue catalogue) {
        String part = given.endsWith(TableColumns.SECOND)
                ? given.substring(0, given.length() - TableColumns.SECOND.length())
                : given;
        Collection<String> choices =
                switch (part) {
                    case "code" -> codes(gives, catalogue);
                    case "subject" ->
                        vocabulary
                                .codeList(Vocabulary.SUBJECTS)
                                .map(CodeList::codes)
                                .orElse(Map.of())
                                .keySet();
                    case "citation" -> catalogue.acts().keySet();
                    case "place" ->
                        catalogue.places().keySet().stream()
                                .map(Catalogue.Place::code)
                                .distinct()
                                .toList();
                    case "status" ->
                        Arrays.stream(Citation.Status.values())
                                .map(Citation.Status::toString)
                                .toList();
                    case TableColumns.ON_A_DAY_OFF -> Term.OnDayOff.all();
                    default -> List.of();
                };
        return List.copyOf(choices);
    }

    private static Collection<String> codes(String gives, Catalogue catalogue) {
        return Arrays.stream(ConclusionKind.values())
                .filter(kind -> kind.code().equals(gives))
                .findFirst()
                .<Collection<String>>map(kind -> switch (kind) {
                    case GROUND -> catalogue.grounds().keySet();
                    case NOTICE -> catalogue.notices().keySet();
                    case ACTION -> catalogue.actions().keySet();
                    case FACT, TERM -> List.of();
                })
                .orElse(List.of());
    }

    /**
     * The edit that writes what differs from the row.
     *
     * @param filled texts by the index of the column; columns left out stay as they are
     */
    public RowEdit.Change changed(Map<Integer, String> filled) {
        SortedMap<Integer, String> texts = checked(filled);
        texts.entrySet().removeIf(each -> each.getValue().equals(row.text(each.getKey())));
        return new RowEdit.Change(row.sheet(), row.number(), texts);
    }

    /** The edit that takes the row out. */
    public RowEdit.Remove removed() {
        return new RowEdit.Remove(row.sheet(), row.number());
    }

    /** The edit that makes a new row below this one; columns left out are blank. */
    public RowEdit.Insert added(Map<Integer, String> filled) {
        return new RowEdit.Insert(row.sheet(), row.number(), checked(filled));
    }

    /**
     * The edits with which the filled-in row takes this one's place from a day on: this one ends on the day before. Columns left out are as in this row.
     *
     * @return empty if the table has no columns for the period of a row
     */
    public Optional<List<RowEdit>> succeeded(LocalDate from, Map<Integer, String> filled) {
        Optional<Integer> first = column(Kind.FROM);
        Optional<Integer> last = column(Kind.UNTIL);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<Integer, String> texts = new TreeMap<>();
        inputs.forEach(input -> texts.put(input.column().index(), input.text()));
        texts.putAll(checked(filled));
        texts.put(first.get(), from.toString());
        return Optional.of(List.of(changed(Map.of(last.get(), from.minusDays(1).toString())), added(texts)));
    }

    /** Whether the table has columns for the period of a row. */
    public boolean hasPeriod() {
        return column(Kind.FROM).isPresent() && column(Kind.UNTIL).isPresent();
    }

    private Optional<Integer> column(Kind kind) {
        return inputs.stream()
                .filter(input -> input.kind() == kind)
                .map(input -> input.column().index())
                .findFirst();
    }

    private SortedMap<Integer, String> checked(Map<Integer, String> filled) {
        for (int column : filled.keySet()) {
            if (inputs.stream().noneMatch(input -> input.column().index() == column)) {
                throw new IllegalArgumentException("The form has no column " + column);
            }
        }
        return new TreeMap<>(filled);
    }
}
