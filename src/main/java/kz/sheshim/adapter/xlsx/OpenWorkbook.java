package kz.sheshim.adapter.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Allowance;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.Sheet;
import org.xml.sax.SAXException;

/** A workbook while it is edited. */
final class OpenWorkbook {
    private static final Pattern FORMULA = Pattern.compile("<(?:[\\w.-]+:)?f[\\s/>]");
    private static final List<String> BEFORE_CALCULATION =
            List.of("definedNames", "externalReferences", "functionGroups", "sheets");

    private final String file;
    private final Limits limits;
    private final Archive archive;
    private final EditedParts parts;
    private final String main;
    private final Relations relations;
    private final CellMeaning meaning;
    /** The parts of the sheets by the names of the sheets. */
    private final Map<String, String> sheets = new LinkedHashMap<>();

    OpenWorkbook(String file, Archive archive, Limits limits)
            throws IOException, Allowance.Exceeded, PartHandler.Broken {
        this.file = file;
        this.limits = limits;
        this.archive = archive;
        parts = new EditedParts(archive);
        Relations whole = Relations.of(archive, "");
        if (whole.target("origin").isPresent()
                || archive.below("_xmlsignatures/").findAny().isPresent()) {
            throw new IOException("it is signed, and a change breaks the signature");
        }
        if (archive.below("xl/revisions/").findAny().isPresent()) {
            throw new IOException("it is shared, and tracks its changes itself");
        }
        main = whole.target("officeDocument").orElseThrow();
        relations = Relations.of(archive, main);
        WorkbookPart workbook = new WorkbookPart();
        archive.parse(main, workbook);
        SharedTexts texts = new SharedTexts();
        Styles styles = new Styles();
        Optional<String> textPart = relations.target("sharedStrings");
        if (textPart.isPresent()) {
            archive.parse(textPart.get(), texts);
        }
        Optional<String> stylePart = relations.target("styles");
        if (stylePart.isPresent()) {
            archive.parse(stylePart.get(), styles);
        }
        meaning = new CellMeaning(texts, styles, workbook.from1904());
        for (WorkbookPart.Listed listed : workbook.sheets()) {
            relations
                    .get(listed.relation())
                    .filter(part -> part.kind().equals("worksheet"))
                    .ifPresent(part -> sheets.put(listed.name(), part.target()));
        }
    }

    void edit(RowEdit edit) throws EditRefused, IOException, Allowance.Exceeded, PartHandler.Broken, SAXException {
        String part = sheets.get(edit.sheet());
        if (part == null) {
            throw new SAXException("the workbook does not have it");
        }
        Sheet sheet = read(edit.sheet(), part);
        SheetText text = new SheetText(parts.text(part), sheet, new CellWriter(meaning.styles(), meaning.from1904()));
        if (text.root().children("sheetProtection").stream().anyMatch(protection -> protection.on("sheet"))) {
            throw new SAXException("it is protected against changes");
        }
        SortedMap<Integer, String> texts = texts(edit);
        if (edit instanceof RowEdit.Insert) {
            insert(part, sheet, text, edit, texts);
        } else if (edit instanceof RowEdit.Remove) {
            text.remove(edit.row());
            move(part, text, edit.sheet(), Shift.removed(edit.row()));
        } else {
            change(part, sheet, text, edit, texts);
        }
        parts.change(part, text.changes());
    }

    private Sheet read(String name, String part) throws IOException, Allowance.Exceeded, PartHandler.Broken {
        SheetPart handler = new SheetPart(file, name, meaning, limits.allowance(), finding -> {});
        handler.parse(new ByteArrayInputStream(parts.text(part).getBytes(StandardCharsets.UTF_8)));
        return handler.sheet();
    }

    /** The texts as they are read. */
    private SortedMap<Integer, String> texts(RowEdit edit) throws EditRefused {
        SortedMap<Integer, String> texts = new TreeMap<>();
        for (Map.Entry<Integer, String> given : edit.texts().entrySet()) {
            String text = CellWriter.asRead(given.getValue());
            Optional<Phrase> defect = given.getKey() < Range.MAX_COLUMNS
                    ? CellWriter.defect(text)
                    : Optional.of(Phrase.of("A sheet has {0} columns.", Range.MAX_COLUMNS));
            if (defect.isPresent()) {
                throw new EditRefused(address(edit, given.getKey()), defect.get());
            }
            texts.put(given.getKey(), text);
        }
        return texts;
    }

    private CellAddress address(RowEdit edit, int column) {
        return new CellAddress(
                file, edit.sheet(), edit instanceof RowEdit.Insert ? edit.row() + 1 : edit.row(), column);
    }

    private void change(String part, Sheet sheet, SheetText text, RowEdit edit, SortedMap<Integer, String> texts)
            throws EditRefused, IOException, Allowance.Exceeded, PartHandler.Broken, SAXException {
        texts.entrySet().removeIf(each -> sheet.row(edit.row())
                .cell(each.getKey())
                .map(cell -> cell.readable() && cell.text().equals(each.getValue()))
                .orElse(each.getValue().isEmpty()));
        room(edit.row() + 1);
        List<Range> headings = headings(part);
        for (int column : texts.keySet()) {
            CellAddress address = address(edit, column);
            if (text.merged().stream()
                    .anyMatch(range -> range.contains(edit.row(), column)
                            && !(range.top() == edit.row() && range.left() == column))) {
                throw hidden(address);
            }
            if (text.sharedFormula(edit.row(), column)) {
                throw new EditRefused(
                        address, Phrase.of("The cell belongs to a formula of several cells. Remove it first."));
            }
            if (headings.stream().anyMatch(range -> range.contains(edit.row(), column))) {
                throw new EditRefused(
                        address,
                        Phrase.of("The cell is the heading of a table of Excel. Change it in Excel or LibreOffice."));
            }
        }
        text.write(edit.row(), texts);
    }

    private static EditRefused hidden(CellAddress address) {
        return new EditRefused(address, Phrase.of("Merged cells hide what is written here. Unmerge them first."));
    }

    private void room(int rows) throws SAXException {
        if (rows > limits.rows()) {
            throw new SAXException("only " + limits.rows() + " rows of a sheet are read (setting max-rows)");
        }
    }

    /** The headings of tables, which say the names of their columns once more. */
    private List<Range> headings(String part) throws IOException, Allowance.Exceeded, PartHandler.Broken, SAXException {
        List<Range> headings = new ArrayList<>();
        for (Relations.Relation relation : Relations.of(archive, part).all()) {
            if (relation.kind().equals("table") && !relation.elsewhere()) {
                Element table = parts.root(relation.target());
                Range range = Range.of(table.attribute("ref") + "");
                if (!"0".equals(table.attribute("headerRowCount"))) {
                    headings.add(new Range(range.top(), range.left(), range.top(), range.right()));
                }
            }
        }
        return headings;
    }

    private void insert(String part, Sheet sheet, SheetText text, RowEdit edit, SortedMap<Integer, String> texts)
            throws EditRefused, IOException, Allowance.Exceeded, PartHandler.Broken, SAXException {
        room(Math.max(sheet.rows().size() + 1, edit.row() + 2));
        for (Map.Entry<Integer, String> each : texts.entrySet()) {
            if (!each.getValue().isEmpty()
                    && text.merged().stream()
                            .anyMatch(range -> range.contains(edit.row(), each.getKey())
                                    && range.contains(edit.row() + 1, each.getKey()))) {
                throw hidden(address(edit, each.getKey()));
            }
        }
        text.insertBelow(edit.row(), texts);
        move(part, text, edit.sheet(), Shift.inserted(edit.row()));
    }

    /** Moves what belongs to the rows below. */
    private void move(String part, SheetText text, String sheet, Shift shift)
            throws IOException, Allowance.Exceeded, PartHandler.Broken, SAXException {
        new RowInsertionInSheet(sheet, shift).in(text);
        RowInsertion insertion = new RowInsertion(parts, sheet, shift);
        insertion.inPartsOfSheet(Relations.of(archive, part));
        insertion.inWorkbook(main);
        for (Map.Entry<String, String> other : sheets.entrySet()) {
            if (!other.getKey().equals(sheet)) {
                insertion.inOtherSheet(other.getKey(), other.getValue());
            }
        }
        insertion.inOtherParts();
    }

    /** The workbook; results of formulas are computed anew when it is opened. */
    byte[] bytes() throws IOException, Allowance.Exceeded, PartHandler.Broken {
        for (String part : sheets.values()) {
            if (FORMULA.matcher(parts.text(part)).find()) {
                computeAnew();
                break;
            }
        }
        return parts.bytes();
    }

    private void computeAnew() throws IOException, Allowance.Exceeded, PartHandler.Broken {
        Changes changes = new Changes();
        Element workbook = parts.root(main);
        Optional<Element> calculation = workbook.child("calcPr");
        if (calculation.isEmpty()) {
            Element before = BEFORE_CALCULATION.stream()
                    .flatMap(name -> workbook.child(name).stream())
                    .findFirst()
                    .orElseThrow();
            changes.insert(before.end(), "<" + workbook.prefix() + "calcPr fullCalcOnLoad=\"1\"/>");
        } else if (!calculation.get().on("fullCalcOnLoad")) {
            changes.attribute(calculation.get(), "fullCalcOnLoad", "1");
        }
        parts.change(main, changes);
        Optional<String> order = relations.target("calcChain");
        if (order.isPresent()) {
            String folder = main.substring(0, main.lastIndexOf('/') + 1);
            drop(folder + "_rels/" + main.substring(folder.length()) + ".rels", "Type", "/calcChain");
            drop("[Content_Types].xml", "PartName", "/" + order.get());
            parts.remove(order.get());
        }
    }

    private void drop(String part, String attribute, String end)
            throws IOException, Allowance.Exceeded, PartHandler.Broken {
        Changes changes = new Changes();
        parts.root(part).children().stream()
                .filter(each -> (each.attribute(attribute) + "").endsWith(end))
                .forEach(changes::remove);
        parts.change(part, changes);
    }
}
