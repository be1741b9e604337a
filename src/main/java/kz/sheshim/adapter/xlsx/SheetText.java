package kz.sheshim.adapter.xlsx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** The text of the part of a sheet, by rows and cells; changes of it are collected. */
final class SheetText {
    private static final String NO_ORDER = "its rows or cells are not in order";

    private static final double USUAL_WIDTH = 8.43;

    private final String xml;
    private final Element root;
    private final Element data;
    private final Sheet sheet;
    private final CellWriter writer;
    private final Changes changes = new Changes();
    private final SortedMap<Integer, Element> rows = new TreeMap<>();

    /**
     * @param sheet what is read from the part
     */
    SheetText(String xml, Sheet sheet, CellWriter writer) throws SAXException {
        this.xml = xml;
        this.sheet = sheet;
        this.writer = writer;
        root = Element.root(xml);
        data = root.child("sheetData").orElseThrow(() -> new SAXException("it has no rows"));
        for (Element row : data.children("row")) {
            int last = rows.isEmpty() ? -1 : rows.lastKey();
            String number = row.attribute("r");
            int place = number == null ? last + 1 : PartHandler.whole("r", number) - 1;
            if (place <= last) {
                throw new SAXException(NO_ORDER);
            }
            rows.put(place, row);
        }
    }

    Element root() {
        return root;
    }

    Changes changes() {
        return changes;
    }

    /** The cells by column. */
    private SortedMap<Integer, Element> cells(int row) throws SAXException {
        SortedMap<Integer, Element> cells = new TreeMap<>();
        Element ofRow = rows.get(row);
        for (Element cell : ofRow == null ? List.<Element>of() : ofRow.children("c")) {
            int last = cells.isEmpty() ? -1 : cells.lastKey();
            String reference = cell.attribute("r");
            Range place = reference == null ? new Range(row, last + 1, row, last + 1) : Range.of(reference);
            if (place.top() != row || place.left() <= last) {
                throw new SAXException(NO_ORDER);
            }
            cells.put(place.left(), cell);
        }
        return cells;
    }

    /** The elements of formulas in cells. */
    Stream<Element> formulas() {
        return data.children().stream()
                .flatMap(row -> row.children("c").stream())
                .flatMap(cell -> cell.children("f").stream());
    }

    List<Range> merged() throws SAXException {
        List<Range> merged = new ArrayList<>();
        for (Element cells : root.children("mergeCells")) {
            for (Element range : cells.children("mergeCell")) {
                merged.add(Range.of(range.attribute("ref") + ""));
            }
        }
        return merged;
    }

    /** Whether a cell has its formula, or its value, together with other cells. */
    boolean sharedFormula(int row, int column) throws SAXException {
        for (Element formula : formulas().toList()) {
            String range = formula.attribute("ref");
            if (range != null && Range.of(range).contains(row, column)) {
                return true;
            }
        }
        Element cell = cells(row).get(column);
        return cell != null && cell.children("f").stream().anyMatch(formula -> formula.attribute("t") != null);
    }

    /** Writes cells of a row. */
    void write(int row, SortedMap<Integer, String> texts) throws SAXException {
        Element ofRow = rows.get(row);
        if (ofRow == null) {
            insertRow(row, "", written(row, row, Map.of(), texts));
            return;
        }
        SortedMap<Integer, Element> cells = cells(row);
        StringBuilder behindAll = new StringBuilder();
        RowHeight height = new RowHeight(ofRow.attribute("ht"));
        boolean wider = false;
        for (Map.Entry<Integer, String> text : texts.entrySet()) {
            int column = text.getKey();
            Element old = cells.get(column);
            String style = old == null ? style(ofRow, column) : old.attribute("s");
            String cell = cell(row, row, column, style, text.getValue());
            hold(height, column, style, text.getValue());
            if (old != null) {
                changes.replace(old, cell);
            } else if (!text.getValue().isEmpty()) {
                first(cells.tailMap(column))
                        .ifPresentOrElse(behind -> changes.insert(behind.start(), cell), () -> behindAll.append(cell));
                wider = true;
            }
        }
        if (!behindAll.isEmpty()) {
            changes.append(ofRow, behindAll.toString());
        }
        if (wider) {
            changes.removeAttribute(ofRow, "spans");
        }
        height.grown().ifPresent(grown -> changes.attribute(ofRow, "ht", grown));
    }

    /** Takes a row out, and numbers those below. */
    void remove(int row) throws SAXException {
        if (cells(row).values().stream().anyMatch(cell -> cell.child("f").isPresent())) {
            throw new SAXException("the row has a formula");
        }
        renumber(Shift.removed(row));
        Element removed = rows.get(row);
        if (removed != null) {
            changes.remove(removed);
        }
    }

    /** Inserts a row with the look of the one above, and numbers those below. */
    void insertBelow(int row, SortedMap<Integer, String> texts) throws SAXException {
        if (!rows.isEmpty() && rows.lastKey() + 1 >= Range.MAX_ROWS) {
            throw new SAXException("it has no room for another row");
        }
        renumber(Shift.inserted(row));
        Map<Integer, @Nullable String> styles = new LinkedHashMap<>();
        Element above = rows.get(row);
        if (above != null) {
            cells(row).forEach((column, cell) -> styles.put(column, cell.attribute("s")));
        }
        insertRow(row + 1, above == null ? "" : look(above, styles, texts), written(row + 1, row, styles, texts));
    }

    private void renumber(Shift shift) throws SAXException {
        for (Map.Entry<Integer, Element> moved : rows.tailMap(shift.below() + 1).entrySet()) {
            if (moved.getValue().attribute("r") != null) {
                changes.attribute(moved.getValue(), "r", String.valueOf(shift.row(moved.getKey()) + 1));
            }
            for (Map.Entry<Integer, Element> cell : cells(moved.getKey()).entrySet()) {
                if (cell.getValue().attribute("r") != null) {
                    changes.attribute(cell.getValue(), "r", Shift.name(shift.row(moved.getKey()), cell.getKey()));
                }
            }
        }
    }

    /** The attributes of a row below another one. */
    private String look(Element above, Map<Integer, @Nullable String> styles, SortedMap<Integer, String> texts) {
        RowHeight height = new RowHeight(above.attribute("ht"));
        texts.forEach((column, text) -> hold(height, column, styles.get(column), text));
        StringBuilder look = new StringBuilder();
        above.attributes().forEach((name, attribute) -> {
            if (name.equals("ht") && height.grown().isPresent()) {
                look.append(" ht=\"").append(height.grown().get()).append('"');
            } else if (!List.of("r", "spans", "hidden", "collapsed").contains(name)) {
                look.append(' ').append(xml, attribute.name(), attribute.end() + 1);
            }
        });
        return look.toString();
    }

    private void hold(RowHeight height, int column, @Nullable String style, String text) {
        if (style != null && style.matches("[0-9]{1,9}") && writer.styles().wraps(Integer.parseInt(style))) {
            String width = ofColumn(column, "width")
                    .or(() -> root.child("sheetFormatPr").map(format -> format.attribute("defaultColWidth")))
                    .orElse("");
            height.hold(text, width.matches("[0-9]{1,3}(\\.[0-9]+)?") ? Double.parseDouble(width) : USUAL_WIDTH);
        }
    }

    private void insertRow(int row, String attributes, String cells) {
        String name = data.prefix() + "row";
        String inserted = "<" + name + " r=\"" + (row + 1) + "\"" + attributes + ">" + cells + "</" + name + ">";
        first(rows.tailMap(row))
                .ifPresentOrElse(
                        behind -> changes.insert(behind.start(), inserted), () -> changes.append(data, inserted));
    }

    private static Optional<Element> first(SortedMap<Integer, Element> elements) {
        return elements.values().stream().findFirst();
    }

    /**
     * @param like the row whose look the cells have
     * @param styles those of its cells, by column
     */
    private String written(int row, int like, Map<Integer, @Nullable String> styles, SortedMap<Integer, String> texts) {
        TreeSet<Integer> columns = new TreeSet<>(styles.keySet());
        columns.addAll(texts.keySet());
        StringBuilder cells = new StringBuilder();
        for (int column : columns) {
            String text = texts.getOrDefault(column, "");
            String style = styles.containsKey(column) ? styles.get(column) : style(rows.get(like), column);
            if (styles.containsKey(column) || !text.isEmpty()) {
                cells.append(cell(row, like, column, style, text));
            }
        }
        return cells.toString();
    }

    private String cell(int row, int like, int column, @Nullable String style, String text) {
        return writer.cell(data.prefix(), Shift.name(row, column), style, text, like(like, column));
    }

    /** The cell of the row, or else the nearest filled one above. */
    private @Nullable Cell like(int row, int column) {
        for (int above = row; above >= 0; above--) {
            Optional<Cell> cell = sheet.row(above).cell(column).filter(Cell::readable);
            if (cell.isPresent()) {
                return cell.get();
            }
        }
        return null;
    }

    /** The style of a cell that the part does not have. */
    private @Nullable String style(@Nullable Element row, int column) {
        if (row != null && row.on("customFormat")) {
            return row.attribute("s");
        }
        return ofColumn(column, "style").orElse(null);
    }

    private Optional<String> ofColumn(int column, String attribute) {
        return root.children("cols").stream()
                .flatMap(columns -> columns.children("col").stream())
                .filter(each -> within(each, column))
                .findFirst()
                .map(each -> each.attribute(attribute));
    }

    private static boolean within(Element columns, int column) {
        try {
            return column + 1 >= PartHandler.whole("min", columns.attribute("min"))
                    && column + 1 <= PartHandler.whole("max", columns.attribute("max"));
        } catch (SAXException e) {
            return false;
        }
    }
}
