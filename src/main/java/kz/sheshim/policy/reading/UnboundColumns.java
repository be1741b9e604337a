package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.table.UnboundColumn;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** Finds the columns that are filled and not bound. A note says that it is one: its heading begins with {@code Note}. */
public final class UnboundColumns {
    private static final String NOTE = "note";

    private final Sheet sheet;
    private final int headingRow;
    private final int bindingRow;
    private final Vocabulary vocabulary;
    private final Predicate<String> named;

    /** @param named whether a text is a code that a conclusion or an expectation can name */
    public UnboundColumns(Sheet sheet, int headingRow, int bindingRow, Vocabulary vocabulary, Predicate<String> named) {
        this.sheet = sheet;
        this.headingRow = headingRow;
        this.bindingRow = bindingRow;
        this.vocabulary = vocabulary;
        this.named = named;
    }

    /**
     * The unbound columns of these rows, from left to right.
     *
     * @param known the headings by which columns are known
     * @param missing the only binding that the sheet needs and does not have
     */
    public List<Finding> of(List<Row> rows, Predicate<String> known, @Nullable String missing) {
        Map<Integer, List<String>> texts = new TreeMap<>();
        for (Row row : rows) {
            row.cells().forEach((column, cell) -> texts.computeIfAbsent(column, any -> new ArrayList<>())
                    .add(text(cell)));
        }
        List<Finding> findings = new ArrayList<>();
        texts.forEach((column, cells) -> {
            String heading = sheet.row(headingRow).text(column);
            boolean bound = sheet.row(bindingRow).cell(column).isPresent();
            if (!bound
                    && !known.test(heading)
                    && !heading.toLowerCase(java.util.Locale.ROOT).startsWith(NOTE)) {
                boolean lost = missing != null && cells.stream().allMatch(this::meant);
                String binding = lost ? missing : binding(heading, cells);
                boolean meant = binding != null || cells.stream().anyMatch(this::meant);
                findings.add(Finding.at(
                        sheet.row(bindingRow).address(column),
                        new UnboundColumn(heading, cells.size(), meant, binding)));
            }
        });
        return findings;
    }

    private static String text(Cell cell) {
        return cell.readable() ? cell.text() : "";
    }

    /** The field that the heading names, or the only one whose conditions all cells could be. */
    private @Nullable String binding(String heading, List<String> cells) {
        for (Field field : vocabulary.fields()) {
            boolean label =
                    field.label().texts().stream().anyMatch(text -> !text.isEmpty() && text.equalsIgnoreCase(heading));
            if (label || field.path().toString().equals(heading)) {
                return field.path().toString();
            }
        }
        List<Field> fitting = vocabulary.fields().stream()
                .filter(field ->
                        field.rule().isEmpty() && field.type().codeList().isPresent())
                .filter(field -> cells.stream().allMatch(cell -> condition(field, cell)))
                .toList();
        return fitting.size() == 1 ? fitting.get(0).path().toString() : null;
    }

    private boolean meant(String cell) {
        return named.test(cell)
                || vocabulary.codeLists().stream().anyMatch(list -> list.codes().containsKey(cell))
                || FieldPath.parse(cell).flatMap(vocabulary::field).isPresent()
                || vocabulary.fields().stream()
                        .filter(field -> !(field.type() instanceof FieldType.Text))
                        .anyMatch(field -> condition(field, cell));
    }

    private static boolean condition(Field field, String cell) {
        return Stream.of(false, true).anyMatch(many -> new ConditionParser(field, many).parse(cell) != null);
    }
}
