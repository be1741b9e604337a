package kz.sheshim.adapter.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A workbook as a bag of parts, of which each can be replaced by whatever an attacker likes. */
public final class PartsFixture {

    /** Writes the content of a part. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final Map<String, Content> parts = new LinkedHashMap<>();

    /** A workbook with one sheet S, whose cell A1 says x. */
    public PartsFixture() {
        put("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>");
        put("_rels/.rels", relations("<Relationship Id='r1' Type='x/officeDocument' Target='xl/workbook.xml'/>"));
        put(
                "xl/workbook.xml",
                "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>");
        put(
                "xl/_rels/workbook.xml.rels",
                relations("<Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
                        + "<Relationship Id='r2' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
                        + "<Relationship Id='r3' Type='x/styles' Target='styles.xml'/>"));
        put("xl/sharedStrings.xml", "<sst><si><t>x</t></si></sst>");
        put("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/></cellXfs></styleSheet>");
        sheet("<row r='1'><c r='A1' t='s'><v>0</v></c></row>");
    }

    /** The parts of a workbook. */
    public PartsFixture(byte[] workbook) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                parts.put(entry.getName(), out -> out.write(content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String relations(String relations) {
        return "<Relationships>" + relations + "</Relationships>";
    }

    public PartsFixture put(String name, String content) {
        return put(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    public PartsFixture put(String name, Content content) {
        parts.put(name, content);
        return this;
    }

    public PartsFixture sheet(String rows) {
        return put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public Map<String, Content> parts() {
        return parts;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same text again and again. */
    public static Content repeated(String before, String text, int times, String after) {
        return out -> {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            byte[] once = text.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times; i++) {
                out.write(once);
            }
            out.write(after.getBytes(StandardCharsets.UTF_8));
        };
    }
}
