package kz.sheshim.policy.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.name.MissingOutcome;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** Rows that would define a name which is used and not defined, as if somebody had deleted its row. They are made after another row of the same sheet. */
final class NewRows {
    private final SortedFiles files;
    private final List<Finding> errors;

    NewRows(SortedFiles files, List<Finding> errors) {
        this.files = files;
        this.errors = errors;
    }

    /** @param group what the name belongs to; null if to nothing */
    Stream<Correction> of(String name, DefiningColumn column, @Nullable String group) {
        List<Sheet> sheets = files.named().getOrDefault(column.sheet(), List.of());
        if (sheets.isEmpty() || sheets.get(0).rows().size() < 2 || column.equals(DefiningColumn.REACHED_BY)) {
            return Stream.of();
        }
        Sheet sheet = sheets.get(0);
        Map<String, Integer> columns = new HashMap<>();
        sheet.row(0).cells().forEach((index, cell) -> columns.putIfAbsent(cell.text(), index));
        return further(name, column.sheet()).map(further -> {
            Map<String, String> texts = new HashMap<>(further);
            texts.put(column.name(), name);
            if (column.group() != null && group != null) {
                texts.put(column.group(), group);
            }
            return new Correction.OfRow(sheet, name, cells(sheet, columns, texts));
        });
    }

    private static Map<Integer, String> cells(Sheet sheet, Map<String, Integer> columns, Map<String, String> texts) {
        Row pattern = sheet.rows().stream()
                .filter(row -> row.number() > 0 && !row.blank())
                .reduce((first, last) -> last)
                .orElse(sheet.row(0));
        Map<Integer, String> cells = new HashMap<>();
        pattern.cells().forEach((index, cell) -> cells.put(index, cell.text()));
        texts.forEach((heading, text) -> {
            Integer index = columns.get(heading);
            if (index != null && text.isEmpty()) {
                cells.remove(index);
            } else if (index != null) {
                cells.put(index, text);
            }
        });
        return cells;
    }

    /** What the row would have to say in further columns: each way in which it can be said. */
    private Stream<Map<String, String>> further(String name, String sheet) {
        return switch (sheet) {
            case "Acts" -> Stream.of(Map.of("In force from", "", "In force until", ""));
            case "Outcomes" -> outcome().stream();
            case "Entities" ->
                Stream.of("once", "many")
                        .map(occurs -> Map.of(
                                "Type",
                                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                                "Occurs",
                                occurs));
            case "Fields" -> new Declarations(files, errors).newField(name);
            default -> Stream.of(Map.of());
        };
    }

    /** An outcome is reached in the way for which there is none, and has the first rank that is free. */
    private Optional<Map<String, String>> outcome() {
        List<String> ranks = SheetsByName.silent(files.named()).silentLines("Outcomes").stream()
                .map(line -> line.optional("Rank"))
                .toList();
        String free = IntStream.iterate(1, rank -> rank + 1)
                .mapToObj(Integer::toString)
                .filter(rank -> !ranks.contains(rank))
                .findFirst()
                .orElse("");
        return errors.stream()
                .flatMap(finding ->
                        finding.defect() instanceof MissingOutcome missing ? Stream.of(missing.how()) : Stream.of())
                .findFirst()
                .map(how -> Map.of("Rank", free, "Reached by", how));
    }
}
