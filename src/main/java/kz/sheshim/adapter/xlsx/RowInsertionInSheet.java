package kz.sheshim.adapter.xlsx;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Moves what belongs to the rows below one that is inserted or removed, in the part of the sheet. */
final class RowInsertionInSheet {
    private static final Set<String> MOVED = Set.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetCalcPr",
            "sheetProtection",
            "protectedRanges",
            "autoFilter",
            "sortState",
            "customSheetViews",
            "mergeCells",
            "phoneticPr",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "colBreaks",
            "customProperties",
            "cellWatches",
            "ignoredErrors",
            "drawing",
            "legacyDrawing",
            "legacyDrawingHF",
            "picture",
            "tableParts",
            "extLst");

    private final String sheet;
    private final Shift shift;
    private final MovedFormula formulas;

    /**
     * @param sheet the name of the sheet
     */
    RowInsertionInSheet(String sheet, Shift shift) {
        this.sheet = sheet;
        this.shift = shift;
        formulas = new MovedFormula(sheet, shift);
    }

    /** All but the rows, and the formulas in them. */
    void in(SheetText text) throws SAXException {
        for (Element element : text.root().children()) {
            if (!MOVED.contains(element.local())) {
                throw new SAXException("it has <" + element.local() + ">, which cannot be moved with the rows");
            }
            if (!element.local().equals("sheetData")) {
                in(element, null, text.changes());
            }
        }
        for (Element formula : text.formulas().toList()) {
            String kind = formula.attribute("t");
            if (kind != null && !kind.equals("normal")) {
                throw new SAXException("it has formulas that several cells share");
            }
            text.changes().text(formula, formulas.inCell(formula.text(), sheet));
        }
    }

    /**
     * @param ranges those that the element belongs to; null for none
     */
    private void in(Element element, @Nullable String ranges, Changes changes) throws SAXException {
        String own = ranges(element);
        if (own != null
                && element.attribute("sqref") != null
                && !element.local().equals("selection")) {
            changes.attribute(element, "sqref", shift.grown(own));
        }
        String reference = element.attribute("ref");
        switch (element.local()) {
            case "dimension", "autoFilter", "sortState", "sortCondition" -> shift.grow(element, changes);
            case "mergeCell" -> changes.attribute(element, "ref", shift.moved(reference == null ? "" : reference));
            case "hyperlink" -> {
                changes.attribute(element, "ref", shift.moved(reference == null ? "" : reference));
                formulaIn(element, "location", changes);
            }
            case "cellWatch" -> changes.attribute(element, "r", shift.moved(element.attribute("r") + ""));
            case "rowBreaks" -> {
                for (Element line : element.children("brk")) {
                    int above = PartHandler.whole("id", line.attribute("id"));
                    changes.attribute(line, "id", String.valueOf(shift.row(above - 1) + 1));
                }
            }
            case "pane" -> frozen(element, changes);
            case "sqref" ->
                changes.text(element, ranges == null ? shift.moved(element.text()) : shift.grown(element.text()));
            case "cfvo" -> {
                if ("formula".equals(element.attribute("type")) && element.attribute("val") != null) {
                    changes.attribute(
                            element, "val", formula(element.attribute("val") + "", own == null ? ranges : own));
                }
            }
            case "formula", "formula1", "formula2", "f" -> {
                if (element.children().isEmpty()) {
                    changes.text(element, formula(element.text(), ranges));
                }
            }
            default -> {}
        }
        for (Element child : element.children()) {
            in(child, own == null ? ranges : own, changes);
        }
    }

    /** The ranges that an element of a sheet says it is about; sparklines are about one cell each. */
    private static @Nullable String ranges(Element element) {
        String ranges = element.attribute("sqref");
        return ranges == null && !element.local().equals("sparkline")
                ? element.child("sqref").map(Element::text).orElse(null)
                : ranges;
    }

    private String formula(String formula, @Nullable String ranges) throws SAXException {
        if (ranges == null) {
            return formulas.inCell(formula, sheet);
        }
        int top = Range.MAX_ROWS;
        for (String range : ranges.strip().split("\\s+")) {
            top = Math.min(top, Range.of(range).top());
        }
        return formulas.ofRanges(formula, top);
    }

    private void formulaIn(Element element, String attribute, Changes changes) throws SAXException {
        String formula = element.attribute(attribute);
        if (formula != null) {
            changes.attribute(element, attribute, formulas.inCell(formula, sheet));
        }
    }

    /** Rows stay frozen when one is inserted between them. */
    private void frozen(Element pane, Changes changes) throws SAXException {
        String rows = pane.attribute("ySplit");
        String state = pane.attribute("state");
        if (rows != null && state != null && state.startsWith("frozen") && rows.matches("[0-9]+(\\.0*)?")) {
            int frozen = (int) Double.parseDouble(rows);
            if (shift.below() + (shift.removes() ? 0 : 1) < frozen) {
                changes.attribute(pane, "ySplit", String.valueOf(frozen + shift.by()));
                String corner = pane.attribute("topLeftCell");
                if (corner != null) {
                    changes.attribute(pane, "topLeftCell", shift.moved(corner));
                }
            }
        }
    }
}
