package kz.sheshim.policy.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.MissingColumn;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.finding.name.UnknownField;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.Row;
import org.jspecify.annotations.Nullable;

/** What the columns of a sheet are: some are known by their heading, others by the field that they are bound to. */
public final class ColumnsByName {
    private final Vocabulary vocabulary;
    private final Consumer<Finding> findings;
    private final Map<String, Integer> headed = new HashMap<>();

    /**
     * @param needed the headings that the sheet must have
     * @param optional further headings that it may have
     */
    public ColumnsByName(
            Row heading,
            List<String> needed,
            List<String> optional,
            Vocabulary vocabulary,
            Consumer<Finding> findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
        heading.cells().forEach((column, cell) -> {
            if (needed.contains(cell.text()) || optional.contains(cell.text())) {
                Integer first = headed.putIfAbsent(cell.text(), column);
                if (first != null) {
                    findings.accept(Finding.at(
                            cell.address(), new Duplicate(Phrase.of("column"), cell.text(), heading.address(first))));
                }
            }
        });
        for (String each : needed) {
            if (!headed.containsKey(each)) {
                List<String> others = heading.cells().values().stream()
                        .map(Cell::text)
                        .filter(text -> !headed.containsKey(text))
                        .toList();
                findings.accept(Finding.at(
                        heading.address(0),
                        new MissingColumn(each, Nearest.to(each, others).orElse(null))));
            }
        }
    }

    /** The column with this heading. */
    public @Nullable Integer headed(String heading) {
        return headed.get(heading);
    }

    /** Whether the column is known by its heading. */
    public boolean headed(int column) {
        return headed.containsValue(column);
    }

    /** The field that the cell names; another name is a finding. */
    public Optional<Field> field(Cell cell, String name) {
        Optional<Field> field = FieldPath.parse(name).flatMap(vocabulary::field);
        if (field.isEmpty()) {
            Collection<String> paths = vocabulary.fields().stream()
                    .filter(known -> known.rule().isEmpty())
                    .map(known -> known.path().toString())
                    .toList();
            findings.accept(Finding.at(
                    cell.address(),
                    new UnknownField(
                            name,
                            labelled(name).or(() -> Nearest.to(name, paths)).orElse(null))));
        }
        return field;
    }

    /** The path of the only field that has this label, or this name in its entity. */
    private Optional<String> labelled(String name) {
        List<String> paths = vocabulary.fields().stream()
                .filter(field -> field.path().field().equals(name)
                        || field.label().texts().stream().anyMatch(name::equalsIgnoreCase))
                .map(field -> field.path().toString())
                .toList();
        return paths.size() == 1 ? Optional.of(paths.get(0)) : Optional.empty();
    }
}
