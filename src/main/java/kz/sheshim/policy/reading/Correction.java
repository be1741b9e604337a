package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.CellAgainstOthers;
import kz.sheshim.finding.cell.ExchangedCells;
import kz.sheshim.finding.cell.MissingColumn;
import kz.sheshim.finding.name.MissingOutcome;
import kz.sheshim.finding.name.UnknownReference;
import kz.sheshim.finding.table.MissingForEach;
import kz.sheshim.finding.table.RowOfAnotherTable;
import kz.sheshim.workbook.Address;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;

/** One change of a sheet by which cells elsewhere may become right. */
sealed interface Correction {

    Sheet sheet();

    /** What is told instead of the findings that the change rights: an error, as at least one of them is. */
    Finding told(List<Finding> righted);

    /** The cells of its row that it writes. */
    Map<Integer, String> cells();

    /** From 0. */
    int row();

    /** The sheet with the change. */
    default Sheet corrected() {
        TreeMap<Integer, Cell> changed = new TreeMap<>(sheet().row(row()).cells());
        cells().forEach((column, text) ->
                changed.put(column, new Cell(sheet().row(row()).address(column), text)));
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < Math.max(sheet().rows().size(), row() + 1); number++) {
            rows.add(sheet().row(number));
        }
        rows.set(row(), new Row(sheet().file(), sheet().name(), row(), changed));
        return new Sheet(sheet().file(), sheet().name(), rows);
    }

    /** The files with the change. */
    default SortedFiles in(SortedFiles files) {
        return files.with(corrected());
    }

    /** Another text in one cell. */
    record OfCell(Sheet sheet, CellAddress at, String meant) implements Correction {
        @Override
        public int row() {
            return at.row();
        }

        @Override
        public Map<Integer, String> cells() {
            return Map.of(at.column(), meant);
        }

        /** What was found at the cell, if it suggests the same and the other place may not be the wrong one as well; else what the cell does not fit. */
        @Override
        public Finding told(List<Finding> righted) {
            List<Address> others = righted.stream()
                    .map(Finding::address)
                    .filter(address -> !address.equals(at))
                    .distinct()
                    .sorted()
                    .toList();
            return righted.stream()
                    .filter(PolicyReading::isError)
                    .filter(this::suggests)
                    .findFirst()
                    .filter(finding -> righted.stream().noneMatch(this::suggestsTheOther))
                    .orElseGet(() -> Finding.at(
                            at, new CellAgainstOthers(sheet.row(at.row()).text(at.column()), meant, others)));
        }

        /** An outcome and the effect by which it is reached: each may be the one that is misspelt. */
        private boolean suggestsTheOther(Finding finding) {
            return finding.defect() instanceof MissingOutcome missing
                    && !finding.address().equals(at)
                    && sheet.row(at.row()).text(at.column()).equals(missing.nearest());
        }

        private boolean suggests(Finding finding) {
            Defect defect = finding.defect();
            return defect instanceof MissingColumn missing
                    ? missing.column().equals(meant)
                            && sheet.row(at.row()).text(at.column()).equals(missing.nearest())
                    : finding.address().equals(at) && meant.equals(Arrow.as(meant, String.valueOf(defect.nearest())));
        }
    }

    /** The texts of two cells of a row in each other's place. */
    record OfExchange(Sheet sheet, CellAddress first, CellAddress second) implements Correction {
        @Override
        public int row() {
            return first.row();
        }

        private String text(CellAddress at) {
            return sheet.row(at.row()).text(at.column());
        }

        @Override
        public Map<Integer, String> cells() {
            return Map.of(first.column(), text(second), second.column(), text(first));
        }

        @Override
        public Finding told(List<Finding> righted) {
            return Finding.at(first, new ExchangedCells(text(first), text(second), second));
        }
    }

    /**
     * A row in another table. In its place stands a copy of the row beside it, so that no other row moves.
     *
     * @param beside the number of that row
     */
    record OfMove(Sheet sheet, int row, int beside, Sheet to) implements Correction {
        @Override
        public Map<Integer, String> cells() {
            return Map.of();
        }

        @Override
        public Sheet corrected() {
            TreeMap<Integer, Cell> cells = new TreeMap<>(sheet.row(beside).cells());
            Cell id = sheet.row(row).cells().get(idColumn(sheet));
            if (id != null) {
                cells.put(idColumn(sheet), id);
            }
            return with(sheet, row, cells);
        }

        @Override
        public SortedFiles in(SortedFiles files) {
            return files.with(corrected())
                    .with(with(to, to.rows().size(), sheet.row(row).cells()));
        }

        private static int idColumn(Sheet table) {
            return table.row(TableHead.HEADING_ROW).cells().values().stream()
                    .filter(cell -> cell.text().equals("Rule"))
                    .map(cell -> cell.address().column())
                    .findFirst()
                    .orElse(0);
        }

        private static Sheet with(Sheet sheet, int number, Map<Integer, Cell> cells) {
            TreeMap<Integer, Cell> placed = new TreeMap<>();
            cells.forEach((column, cell) -> placed.put(
                    column,
                    new Cell(new CellAddress(sheet.file(), sheet.name(), number, column), cell.text(), cell.kind())));
            List<Row> rows = new ArrayList<>(sheet.rows());
            while (rows.size() <= number) {
                rows.add(sheet.row(rows.size()));
            }
            rows.set(number, new Row(sheet.file(), sheet.name(), number, placed));
            return new Sheet(sheet.file(), sheet.name(), rows);
        }

        @Override
        public Finding told(List<Finding> righted) {
            int places = (int) righted.stream().map(Finding::address).distinct().count();
            return new Finding(
                    sheet.row(row).address(idColumn(sheet)),
                    sheet.row(row).text(idColumn(sheet)),
                    new RowOfAnotherTable(to.row(0).text(1), to.address(), places));
        }
    }

    /** The setting For each in a row of a table's head that is blank. */
    record OfForEach(Sheet sheet, int row, String entity) implements Correction {
        @Override
        public Map<Integer, String> cells() {
            return Map.of(0, TableHead.FOR_EACH, 1, entity);
        }

        @Override
        public Finding told(List<Finding> righted) {
            return Finding.at(
                    sheet.row(row).address(0),
                    new MissingForEach(
                            entity,
                            righted.stream()
                                    .map(Finding::address)
                                    .distinct()
                                    .sorted()
                                    .toList()));
        }
    }

    /** One more row, which defines a name. */
    record OfRow(Sheet sheet, String name, Map<Integer, String> cells) implements Correction {
        public OfRow {
            cells = Map.copyOf(cells);
        }

        @Override
        public int row() {
            return sheet.rows().size();
        }

        /** The first of the cells that use the name, and where the others are. */
        @Override
        public Finding told(List<Finding> righted) {
            List<Finding> errors =
                    righted.stream().filter(PolicyReading::isError).toList();
            List<Finding> using = errors.stream()
                    .filter(finding -> finding.defect() instanceof UnknownReference unknown
                            && unknown.given().equals(name))
                    .toList();
            return Repetitions.one(using.isEmpty() ? errors : using);
        }
    }
}
