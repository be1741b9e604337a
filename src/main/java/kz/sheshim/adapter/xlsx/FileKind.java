package kz.sheshim.adapter.xlsx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.file.EncryptedFile;
import kz.sheshim.finding.file.OtherFormat;
import kz.sheshim.vocabulary.Phrase;

/** Tells by its content what a file is that is no workbook, whatever its name says. */
final class FileKind {
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    private FileKind() {}

    /** What a file is that does not begin as a zip file. */
    static Optional<Defect> ofBytes(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK")) {
            return Optional.empty();
        }
        if (bytes.length == 0) {
            return Optional.of(new OtherFormat(Phrase.of("empty")));
        }
        if (start.startsWith(OLE)) {
            String names = new String(bytes, StandardCharsets.UTF_16LE);
            String shifted = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_16LE);
            return Optional.of(
                    names.contains("EncryptedPackage") || shifted.contains("EncryptedPackage")
                            ? new EncryptedFile()
                            : new OtherFormat(
                                    Phrase.of("a workbook of Excel 97 to 2003 (.xls) or another old Office file")));
        }
        String text =
                start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(java.util.Locale.ROOT);
        if (start.startsWith("%PDF")) {
            return Optional.of(new OtherFormat(Phrase.of("a PDF")));
        }
        if (text.startsWith("<html") || text.startsWith("<!doctype html")) {
            return Optional.of(new OtherFormat(Phrase.of("a web page")));
        }
        if (text.startsWith("<?xml") || text.startsWith("<")) {
            return Optional.of(new OtherFormat(Phrase.of("an XML file")));
        }
        boolean printable = text.chars()
                .allMatch(character -> character >= ' ' || character == '\n' || character == '\r' || character == '\t');
        return Optional.of(new OtherFormat(
                printable ? Phrase.of("plain text (perhaps CSV)") : Phrase.of("no zip file, as a workbook must be")));
    }

    /** What a zip file is that has no sheets as .xlsx has them. */
    static Optional<Defect> ofParts(Archive archive) throws IOException {
        if (archive.has("mimetype")) {
            String type = new String(archive.start("mimetype", 100).orElseThrow(), StandardCharsets.US_ASCII);
            return Optional.of(new OtherFormat(
                    type.contains("opendocument.spreadsheet")
                            ? Phrase.of("an OpenDocument spreadsheet (.ods)")
                            : Phrase.of("an OpenDocument or EPUB file, but no workbook")));
        }
        if (archive.has("xl/workbook.bin")) {
            return Optional.of(new OtherFormat(Phrase.of("a binary workbook (.xlsb)")));
        }
        if (archive.below("word/").findAny().isPresent()) {
            return Optional.of(new OtherFormat(Phrase.of("a Word document")));
        }
        if (archive.below("ppt/").findAny().isPresent()) {
            return Optional.of(new OtherFormat(Phrase.of("a PowerPoint presentation")));
        }
        return Optional.empty();
    }
}
