package kz.sheshim.policy.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import kz.sheshim.workbook.SheetAddress;

/** Guesses that a row with several errors was written into the wrong table: another one has a heading above each of its cells, and a cell for each of its conclusions. */
final class MovedRows {
    /** Conclusions that a row may leave blank. */
    private static final List<String> OPTIONAL = List.of("subject", "place");

    private final List<Sheet> tables;
    private final List<Finding> errors;

    MovedRows(List<Sheet> tables, List<Finding> errors) {
        this.tables = tables;
        this.errors = errors;
    }

    Stream<Correction> all() {
        Map<SheetAddress, Map<Integer, Long>> faulty = errors.stream()
                .filter(finding -> finding.address() instanceof CellAddress)
                .map(finding -> (CellAddress) finding.address())
                .distinct()
                .filter(at -> at.row() > TableHead.BINDING_ROW)
                .collect(Collectors.groupingBy(
                        CellAddress::ofSheet, Collectors.groupingBy(CellAddress::row, Collectors.counting())));
        return tables.stream().flatMap(table -> faulty.getOrDefault(table.address(), Map.of()).entrySet().stream()
                .filter(row -> row.getValue() > 1)
                .flatMap(row -> of(table, table.row(row.getKey()))));
    }

    private Stream<Correction> of(Sheet from, Row row) {
        int other = row.number() == TableHead.BINDING_ROW + 1 ? row.number() + 1 : row.number() - 1;
        if (from.row(other).blank()) {
            return Stream.empty();
        }
        return tables.stream()
                .filter(to -> !to.address().equals(from.address()) && fits(row, to))
                .sorted(Comparator.comparing(to -> !to.file().equals(from.file())))
                .map(to -> new Correction.OfMove(from, row.number(), other, to));
    }

    private static boolean fits(Row row, Sheet table) {
        Row heading = table.row(TableHead.HEADING_ROW);
        Row binding = table.row(TableHead.BINDING_ROW);
        boolean under = row.cells().keySet().stream()
                .allMatch(column ->
                        heading.cell(column).isPresent() || binding.cell(column).isPresent());
        return under
                && binding.cells().values().stream()
                        .map(Cell::address)
                        .filter(at -> needed(binding.text(at.column())))
                        .allMatch(at -> row.cell(at.column()).isPresent());
    }

    private static boolean needed(String binding) {
        return Arrow.name(binding).isPresent()
                && OPTIONAL.stream().noneMatch(binding::contains)
                && !binding.matches(".*[0-9]");
    }
}
