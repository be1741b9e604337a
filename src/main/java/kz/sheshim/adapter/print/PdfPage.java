package kz.sheshim.adapter.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Makes a PDF from an XHTML page. It reads only the page and the fonts of the program, and no clock. */
final class PdfPage {
    private static final String FAMILY = "Liberation Serif";

    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    PdfPage() {
        XRLog.setLoggingEnabled(false); // it would log the texts that it cannot print
    }

    /**
     * @param page the page, without a document type
     * @param made the creation time to write into the PDF
     */
    byte[] print(String page, Instant made) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(document(page), null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        font(builder, "Regular", 400, FontStyle.NORMAL);
        font(builder, "Bold", 700, FontStyle.NORMAL);
        builder.useReplacementText("□");
        builder.withProducer("Sheshim");
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(colours);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                date(document, made);
                document.save(pdf);
            }
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the time of the machine, which the library writes: otherwise the same receipt would give different files. */
    private static void date(PDDocument pdf, Instant made) throws IOException {
        GregorianCalendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        time.setTimeInMillis(made.toEpochMilli());
        pdf.getDocumentInformation().setCreationDate(time);
        pdf.setDocumentId(made.toEpochMilli());
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String written = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String dated = CREATED.matcher(written)
                .replaceFirst("<xmp:CreateDate>" + made.truncatedTo(ChronoUnit.SECONDS) + "</xmp:CreateDate>");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    private static void font(PdfRendererBuilder builder, String name, int weight, FontStyle style) {
        String path = "/liberation/LiberationSerif-" + name + ".ttf";
        builder.useFont(
                () -> {
                    InputStream font = PdfPage.class.getResourceAsStream(path);
                    return Objects.requireNonNull(font, path);
                },
                FAMILY,
                weight,
                style,
                true);
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
