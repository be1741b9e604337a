package kz.sheshim.adapter.xlsx;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.workbook.Allowance;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Moves what belongs to the rows below one that is inserted or removed, in the parts of a workbook beside the sheet itself. */
final class RowInsertion {
    private static final Set<String> MOVED_BY_RELATION = Set.of(
            "hyperlink",
            "printerSettings",
            "comments",
            "threadedComment",
            "vmlDrawing",
            "drawing",
            "table",
            "image",
            "customProperty");
    private final EditedParts parts;
    private final String sheet;
    private final Shift shift;
    private final MovedFormula formulas;

    /**
     * @param sheet the name of the sheet
     */
    RowInsertion(EditedParts parts, String sheet, Shift shift) {
        this.parts = parts;
        this.sheet = sheet;
        this.shift = shift;
        formulas = new MovedFormula(sheet, shift);
    }

    /** In the parts that the sheet has: its tables, comments and pictures. */
    void inPartsOfSheet(Relations relations) throws IOException, Allowance.Exceeded, PartHandler.Broken, SAXException {
        for (Relations.Relation relation : relations.all()) {
            if (!MOVED_BY_RELATION.contains(relation.kind())) {
                throw new SAXException("it has a part (" + relation.kind() + ") that cannot be moved with the rows");
            }
            if (relation.elsewhere()) {
                continue;
            }
            Changes changes = new Changes();
            switch (relation.kind()) {
                case "table" -> table(parts.root(relation.target()), changes);
                case "comments", "threadedComment" -> {
                    for (Element each : parts.root(relation.target()).all().toList()) {
                        String reference = each.attribute("ref");
                        if (reference != null) {
                            changes.attribute(each, "ref", shift.moved(reference));
                        }
                    }
                }
                case "vmlDrawing" -> notes(parts.root(relation.target()), changes);
                case "drawing" -> anchors(parts.root(relation.target()), changes);
                default -> {}
            }
            parts.change(relation.target(), changes);
        }
    }

    private void table(Element table, Changes changes) throws SAXException {
        String reference = table.attribute("ref");
        String totals = table.attribute("totalsRowCount");
        if (reference != null
                && totals != null
                && !totals.equals("0")
                && Range.of(reference).bottom() == shift.below()) {
            throw new SAXException("the row above is the total of a table");
        }
        if (shift.removes() && reference != null) {
            Range range = Range.of(reference);
            if (range.top() == shift.below() || range.bottom() - range.top() <= 1 && range.bottom() == shift.below()) {
                throw new SAXException("the row is the heading of a table, or its only row");
            }
        }
        for (Element each : table.all().toList()) {
            switch (each.local()) {
                case "table", "autoFilter", "sortState", "sortCondition" -> shift.grow(each, changes);
                case "calculatedColumnFormula", "totalsRowFormula" ->
                    changes.text(each, formulas.inCell(each.text(), sheet));
                default -> {}
            }
        }
    }

    /** The boxes of comments. */
    private void notes(Element drawing, Changes changes) throws SAXException {
        for (Element note :
                drawing.all().filter(each -> each.local().equals("ClientData")).toList()) {
            if (!"Note".equals(note.attribute("ObjectType"))) {
                throw new SAXException("it has form controls");
            }
            Element row = note.child("Row").orElse(null);
            Element anchor = note.child("Anchor").orElse(null);
            if (row == null || moved(row, changes) && anchor != null && !anchored(anchor, changes)) {
                throw new SAXException("the place of a comment cannot be read");
            }
        }
    }

    private boolean anchored(Element anchor, Changes changes) throws SAXException {
        String[] numbers = anchor.text().strip().split("\\s*,\\s*");
        if (numbers.length != 8) {
            return false;
        }
        for (int row = 2; row < numbers.length; row += 4) {
            numbers[row] = String.valueOf(PartHandler.whole("Anchor", numbers[row]) + shift.by());
        }
        changes.text(anchor, String.join(", ", numbers));
        return true;
    }

    /** Whether the row, from 0, that the element names is another one. */
    private boolean moved(Element row, Changes changes) throws SAXException {
        int number = PartHandler.whole(row.local(), row.text());
        if (row.local().equals("Row")) {
            shift.require(number, number);
        }
        if (shift.row(number) == number) {
            return false;
        }
        changes.text(row, String.valueOf(number + shift.by()));
        return true;
    }

    private void anchors(Element drawing, Changes changes) throws SAXException {
        for (Element anchor : drawing.all()
                .filter(each -> each.local().endsWith("CellAnchor"))
                .toList()) {
            Element from = corner(anchor, "from");
            Element to = corner(anchor, "to");
            boolean twoCells = anchor.local().equals("twoCellAnchor");
            String edited = anchor.attribute("editAs");
            if (from == null || twoCells && "absolute".equals(edited)) {
                continue;
            }
            boolean moved = moved(from, changes);
            if (to != null && moved && "oneCell".equals(edited)) {
                changes.text(to, String.valueOf(PartHandler.whole("row", to.text()) + shift.by()));
            } else if (to != null && !"oneCell".equals(edited)) {
                moved(to, changes);
            }
        }
    }

    private static @Nullable Element corner(Element anchor, String name) {
        return anchor.child(name).flatMap(corner -> corner.child("row")).orElse(null);
    }

    /** In names and print areas. */
    void inWorkbook(String main) throws IOException, Allowance.Exceeded, PartHandler.Broken, SAXException {
        Changes changes = new Changes();
        for (Element name : parts.root(main)
                .all()
                .filter(each -> each.local().equals("definedName"))
                .toList()) {
            boolean grows = !"_xlnm.Print_Titles".equals(name.attribute("name"));
            changes.text(name, formulas.ofName(name.text(), grows));
        }
        parts.change(main, changes);
    }

    /**
     * In another sheet: its formulas about this one.
     *
     * @param part the name of its part
     */
    void inOtherSheet(String name, String part)
            throws IOException, Allowance.Exceeded, PartHandler.Broken, SAXException {
        Changes changes = new Changes();
        for (Element each : parts.root(part).all().toList()) {
            boolean inCell = each.local().equals("f");
            if (inCell || each.local().startsWith("formula")) {
                formula(each, name, changes);
            } else if (each.local().equals("hyperlink") && each.attribute("location") != null) {
                changes.attribute(each, "location", formulas.inCell(each.attribute("location") + "", name));
            } else if (each.local().equals("cfvo") && each.attribute("val") != null) {
                changes.attribute(each, "val", formulas.inCell(each.attribute("val") + "", name));
            }
        }
        parts.change(part, changes);
    }

    private void formula(Element element, String home, Changes changes) throws SAXException {
        if (!element.children().isEmpty()) {
            return;
        }
        String formula = element.text();
        String moved = formulas.inCell(formula, home);
        String kind = element.attribute("t");
        if (!moved.equals(formula) && kind != null && !kind.equals("normal")) {
            throw new SAXException("the sheet " + home + " has formulas about it that several cells share");
        }
        changes.text(element, moved);
    }

    /** In charts and pivot tables. */
    void inOtherParts() throws IOException, Allowance.Exceeded, PartHandler.Broken, SAXException {
        for (String part : parts.names("xl/charts/", ".xml")) {
            Changes changes = new Changes();
            for (Element each : parts.root(part)
                    .all()
                    .filter(element -> element.local().equals("f"))
                    .toList()) {
                changes.text(each, formulas.ofName(each.text(), true));
            }
            parts.change(part, changes);
        }
        for (String part : parts.names("xl/pivotcache/", ".xml")) {
            if (Stream.of(parts.root(part))
                    .flatMap(Element::all)
                    .filter(each -> each.local().equals("worksheetSource"))
                    .map(each -> each.attribute("sheet"))
                    .anyMatch(name ->
                            name != null && name.toLowerCase(Locale.ROOT).equals(sheet.toLowerCase(Locale.ROOT)))) {
                throw new SAXException("a pivot table is about it");
            }
        }
    }
}
