package kz.sheshim.adapter.print;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Makes a PDF (PDF/A-3a, PDF/UA-1) from an XHTML page. It reads only the page and the fonts of the program, and no clock. */
final class PdfPage {
    private static final String IMAGE = "data:image/png;";
    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** A file within the PDF. */
    record Attachment(String name, byte[] bytes) {}

    private final Fonts fonts;

    PdfPage(Fonts fonts) {
        this.fonts = fonts;
        XRLog.setLoggingEnabled(false); // it would log the texts that it cannot print
    }

    /**
     * @param page the page, without a document type
     * @param made the creation time to write into the PDF
     */
    byte[] print(String page, Instant made, Attachment attachment) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(document(page), null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith(IMAGE), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith(IMAGE), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        fonts.use(builder, page);
        builder.useReplacementText("□");
        builder.withProducer("Sheshim");
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(colours);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                attach(document, attachment, made);
                date(document, made);
                document.save(pdf);
            }
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As PDF/A-3 asks: with a type, a time, a description and what it is to the document. */
    private static void attach(PDDocument pdf, Attachment attachment, Instant made) throws IOException {
        PDEmbeddedFile file =
                new PDEmbeddedFile(pdf, new ByteArrayInputStream(attachment.bytes()), COSName.FLATE_DECODE);
        file.setSubtype("text/plain");
        file.setSize(attachment.bytes().length);
        file.setModDate(time(made));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(attachment.name());
        specification.setFileUnicode(attachment.name());
        specification.setFileDescription("C2SP tlog-proof");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Supplement");
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(attachment.name(), specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        pdf.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification);
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    private static GregorianCalendar time(Instant made) {
        GregorianCalendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        time.setTimeInMillis(made.toEpochMilli());
        return time;
    }

    /** Replaces the time of the machine, which the library writes: otherwise the same receipt would give different files. */
    private static void date(PDDocument pdf, Instant made) throws IOException {
        pdf.getDocumentInformation().setCreationDate(time(made));
        pdf.setDocumentId(made.toEpochMilli());
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String written = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String dated = CREATED.matcher(written)
                .replaceFirst("<xmp:CreateDate>" + made.truncatedTo(ChronoUnit.SECONDS) + "</xmp:CreateDate>");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    private static Document document(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the template does not produce XML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
