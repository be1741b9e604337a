package kz.sheshim.adapter.xlsx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.ErrorCell;
import kz.sheshim.finding.cell.FormulaCell;
import kz.sheshim.finding.cell.HiddenCells;
import kz.sheshim.finding.cell.MergedCells;
import kz.sheshim.finding.cell.UnreadableCell;
import kz.sheshim.finding.file.TooLarge;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Allowance;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads the part of one sheet: its filled cells, and what stands in the way of reading them. */
final class SheetPart extends PartHandler {
    private static final int MAX_FORMULA_RANGES = 1_000;

    private final String file;
    private final String name;
    private final CellMeaning meaning;
    private final Allowance allowance;
    private final Consumer<Finding> findings;
    private final SortedMap<Integer, SortedMap<Integer, Cell>> rows = new TreeMap<>();
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet narrowColumns = new BitSet();
    private final Set<Integer> toldColumns = new TreeSet<>();
    private final List<Range> formulaRanges = new ArrayList<>();
    private final RichText inline = new RichText(this);

    private int row = -1;
    private int column = -1;
    /** Why the row is overlooked; null for a row that is seen. */
    private @Nullable Phrase rowLook;

    private boolean rowsHidden;
    /** Why cells of the row are overlooked, as far as a finding said it: each reason is told once in a row. */
    private final Set<Phrase> told = new HashSet<>();

    private boolean beyond;
    private String type = "";
    private int style;
    private String raw = "";
    private @Nullable String formula;

    SheetPart(String file, String name, CellMeaning meaning, Allowance allowance, Consumer<Finding> findings) {
        this.file = file;
        this.name = name;
        this.meaning = meaning;
        this.allowance = allowance;
        this.findings = findings;
    }

    @Override
    void begin(String element, Attributes attributes) throws SAXException {
        switch (element) {
            case "col" -> {
                boolean hidden = on(attributes, "hidden");
                if (hidden || zero(attributes, "width")) {
                    int first = Math.max(number(attributes, "min", 1), 1) - 1;
                    int end = Math.min(number(attributes, "max", first + 1), Range.MAX_COLUMNS);
                    (hidden ? hiddenColumns : narrowColumns).set(Math.min(first, end), end);
                }
            }
            case "row" -> {
                row = number(attributes, "r", row + 2) - 1;
                column = -1;
                rowLook = on(attributes, "hidden")
                                || rowsHidden && value(attributes, "hidden") == null && value(attributes, "ht") == null
                        ? Phrase.of("is hidden")
                        : zero(attributes, "ht") ? Phrase.of("has no height") : null;
                told.clear();
                if (row < 0 || row >= Range.MAX_ROWS) {
                    throw new SAXException("it has a row " + (row + 1) + ", which no sheet can have");
                }
            }
            case "sheetFormatPr" -> rowsHidden = on(attributes, "zeroHeight");
            case "c" -> beginCell(attributes);
            case "f" -> {
                String range = value(attributes, "ref");
                String kind = value(attributes, "t");
                if (range != null && ("array".equals(kind) || "dataTable".equals(kind))) {
                    formulaRanges.add(Range.of(range));
                    if (formulaRanges.size() > MAX_FORMULA_RANGES) {
                        throw new SAXException("it has more than " + MAX_FORMULA_RANGES + " array formulas on a sheet");
                    }
                }
                formula = "";
                collect();
            }
            case "v" -> collect();
            case "is" -> inline.start();
            case "mergeCell" -> {
                String range = value(attributes, "ref");
                if (range != null) {
                    Range merged = Range.of(range);
                    if (!merged.single()) {
                        report(address(merged.top(), merged.left()), new MergedCells(range));
                    }
                }
            }
            default -> inline.begin(element, attributes);
        }
    }

    private static boolean zero(Attributes attributes, String name) {
        String value = value(attributes, name);
        return value != null && value.matches("0+(\\.0*)?");
    }

    private void beginCell(Attributes attributes) throws SAXException {
        String reference = value(attributes, "r");
        if (reference == null) {
            column++;
        } else {
            Range cell = Range.of(reference);
            row = cell.top();
            column = cell.left();
        }
        String kind = value(attributes, "t");
        type = kind == null ? "n" : kind;
        style = number(attributes, "s", 0);
        raw = "";
        formula = null;
        inline.start();
        if (row < 0 || column >= Range.MAX_COLUMNS) {
            throw new SAXException("it has a cell outside the sheet");
        }
    }

    @Override
    void end(String element) throws SAXException {
        switch (element) {
            case "v" -> raw = collected().strip();
            case "f" -> formula = collected();
            case "c" -> endCell();
            default -> inline.end(element);
        }
    }

    private void endCell() throws SAXException {
        CellAddress address = address(row, column);
        Cell cell;
        if (formula != null || formulaRanges.stream().anyMatch(range -> range.contains(row, column))) {
            cell = unreadable(address, new FormulaCell(formula == null ? "" : formula, FormulaText.meant(formula)));
        } else if (type.equals("e")) {
            cell = unreadable(address, new ErrorCell(raw));
        } else {
            CellValue value = meaning.of(type, style, raw, inline);
            Defect defect = value.defect();
            if (defect == null && value.text().isEmpty()) {
                return;
            }
            cell = defect == null ? new Cell(address, value.text(), value.kind()) : unreadable(address, defect);
        }
        keep(cell);
    }

    private Cell unreadable(CellAddress address, Defect defect) {
        if (row < allowance.limits().rows()) {
            report(address, defect);
        }
        return Cell.unreadable(address);
    }

    private void keep(Cell cell) throws SAXException {
        if (row >= allowance.limits().rows()) {
            if (!beyond) {
                beyond = true;
                report(
                        cell.address(),
                        new TooLarge(
                                Phrase.of(
                                        "a cell is filled below row {0}",
                                        allowance.limits().rows()),
                                "max-rows"));
            }
            return;
        }
        try {
            allowance.fill();
        } catch (Allowance.Exceeded e) {
            throw new SAXException(e);
        }
        SortedMap<Integer, Cell> cells = rows.computeIfAbsent(row, number -> new TreeMap<>());
        if (rowLook != null && cells.isEmpty()) {
            report(cell.address(), new HiddenCells(Phrase.of("row"), rowLook));
        }
        meaning.overlooked(type, style, raw, inline)
                .filter(told::add)
                .ifPresent(look -> report(cell.address(), new HiddenCells(Phrase.of("cell"), look)));
        if (cells.putIfAbsent(column, cell) != null) {
            cells.put(column, Cell.unreadable(cell.address()));
            report(cell.address(), new UnreadableCell(Phrase.of("it stands in the file twice")));
        }
        if ((hiddenColumns.get(column) || narrowColumns.get(column)) && toldColumns.add(column)) {
            report(
                    cell.address(),
                    new HiddenCells(
                            Phrase.of("column"),
                            hiddenColumns.get(column) ? Phrase.of("is hidden") : Phrase.of("has no width")));
        }
    }

    /** All rows from the first one to the last that is filled. */
    Sheet sheet() {
        List<Row> all = new ArrayList<>();
        int last = rows.isEmpty() ? -1 : rows.lastKey();
        for (int number = 0; number <= last; number++) {
            all.add(new Row(file, name, number, rows.getOrDefault(number, new TreeMap<>())));
        }
        return new Sheet(file, name, all);
    }

    private CellAddress address(int ofRow, int ofColumn) {
        return new CellAddress(file, name, ofRow, ofColumn);
    }

    private void report(CellAddress address, Defect defect) {
        findings.accept(Finding.at(address, defect));
    }
}
