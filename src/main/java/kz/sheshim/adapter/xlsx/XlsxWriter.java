package kz.sheshim.adapter.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.sheshim.workbook.WorkbookWriter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;

/** Writes workbooks of one sheet, whose cells are inline texts with the style "quote prefix": a spreadsheet program does not take them for formulas. */
public final class XlsxWriter implements WorkbookWriter {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String PART = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static final String TYPES = XML + "<Types xmlns=\"" + PACKAGE + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + type("workbook", "sheet.main") + type("worksheets/sheet1", "worksheet") + type("styles", "styles")
            + "</Types>";
    private static final String ROOT = relations(relation(1, "officeDocument", "xl/workbook.xml"));
    private static final String OF_WORKBOOK =
            relations(relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml"));

    /** Style 1 is that of the header, style 2 that of all other cells: format "@" (49), text. */
    private static final String STYLES = XML + "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + text(1) + text(0) + "</cellXfs></styleSheet>";

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + PART + type + "+xml\"/>";
    }

    private static String relations(String relations) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private static String relation(int number, String type, String target) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target
                + "\"/>";
    }

    private static String text(int font) {
        return "<xf numFmtId=\"49\" fontId=\"" + font
                + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/>";
    }

    @Override
    public byte[] write(String sheet, List<String> header, List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", TYPES);
            put(zip, "_rels/.rels", ROOT);
            put(zip, "xl/workbook.xml", workbook(sheet));
            put(zip, "xl/_rels/workbook.xml.rels", OF_WORKBOOK);
            put(zip, "xl/styles.xml", STYLES);
            put(zip, "xl/worksheets/sheet1.xml", sheet(header, rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String path, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String workbook(String sheet) {
        return XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\""
                + CellWriter.escaped(WorkbookUtil.createSafeSheetName(sheet))
                + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    }

    /** The first row stays in sight. */
    private static String sheet(List<String> header, List<List<String>> rows) {
        StringBuilder xml = new StringBuilder(XML)
                .append("<worksheet xmlns=\"")
                .append(MAIN)
                .append(
                        "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
                .append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"1\" max=\"")
                .append(header.size())
                .append("\" width=\"30\" customWidth=\"1\"/></cols><sheetData>");
        row(xml, 1, header, 1);
        for (int i = 0; i < rows.size(); i++) {
            row(xml, i + 2, rows.get(i), 2);
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void row(StringBuilder xml, int number, List<String> cells, int style) {
        xml.append("<row r=\"").append(number).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            xml.append("<c r=\"")
                    .append(CellReference.convertNumToColString(i))
                    .append(number)
                    .append("\" s=\"")
                    .append(style)
                    .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(CellWriter.escaped(shortened(readable(cells.get(i)))))
                    .append("</t></is></c>");
        }
        xml.append("</row>");
    }

    /** Without characters that XML cannot have. */
    private static String readable(String text) {
        return text.codePoints()
                .map(each -> each >= 0x20 && each != 0xFFFE && each != 0xFFFF && (each < 0xD800 || each > 0xDFFF)
                                || each == '\n'
                                || each == '\t'
                        ? each
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String shortened(String text) {
        if (!PartHandler.tooLong(text)) {
            return text;
        }
        int end = PartHandler.LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
