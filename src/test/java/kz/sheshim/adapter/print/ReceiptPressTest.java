package kz.sheshim.adapter.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.proof.ProofFixture;
import kz.sheshim.receipt.EntryMark;
import kz.sheshim.receipt.PressOverloaded;
import kz.sheshim.receipt.Receipt;
import kz.sheshim.receipt.ReceiptFixture;
import kz.sheshim.vocabulary.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** How receipts look to a reader, a printer, a screen reader and an archive. */
class ReceiptPressTest {
    private static final ReceiptPress PRESS = new ReceiptPress(100, null);
    private static final String HOSTILE =
            "<img src=http://127.0.0.1:1/x.png>&amp;\"'</style><script>alert(1)</script>]]>{receipt} \u0001\u202E漢字😀";

    private static final LogProof PROOF = ProofFixture.proof(4, 7);

    private static EntryMark mark(Receipt receipt) {
        return new EntryMark("sheshim.example/log", receipt.decision().toString(), Hash.EMPTY_ROOT);
    }

    private static String html(Receipt receipt) {
        return PRESS.html(receipt, mark(receipt));
    }

    private static byte[] pdf(Receipt receipt) {
        return pdf(PRESS, receipt);
    }

    private static byte[] pdf(ReceiptPress press, Receipt receipt) {
        return press.pdf(receipt, mark(receipt), PROOF);
    }

    private static List<ApplicationFixture> applications() {
        return List.of(ReceiptFixture.granted(), ReceiptFixture.refused(), ReceiptFixture.denied());
    }

    private static ApplicationFixture hostile() {
        return ReceiptFixture.refused()
                .set("application.reference", HOSTILE.repeat(20))
                .set("documents.0.number", HOSTILE + "W".repeat(500));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    static List<String> findings(byte[] pdf, PDFAFlavour flavour) throws VeraPDFException, IOException {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(parser.getFlavour(), false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(1_000);
            return result.getTestAssertions().stream()
                    .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .map(each -> each.getRuleId().getClause() + " " + each.getMessage())
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "kk"})
    void everyLetterOfThePageStandsInThePdf(Language language) throws IOException {
        for (ApplicationFixture application : applications()) {
            Receipt receipt = ReceiptFixture.receipt(application, language);
            String text = text(pdf(receipt));
            assertThat(text)
                    .contains(
                            receipt.issuedBy(),
                            receipt.title(),
                            receipt.reference(),
                            receipt.decision().toString())
                    .doesNotContain("□", "#", "\uFFFD");
            receipt.sections().forEach(section -> {
                if (section.heading() != null) {
                    assertThat(text).contains(section.heading());
                }
            });
        }
    }

    @Test
    void lettersOfKazakhAreInTheFont() throws IOException {
        String letters = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі";
        byte[] pdf = pdf(ReceiptFixture.receipt(
                ReceiptFixture.granted().set("application.reference", letters), Language.of("kk")));
        assertThat(text(pdf)).contains(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "kk"})
    void pdfIsForArchivesAndForScreenReaders(Language language) throws VeraPDFException, IOException {
        for (ApplicationFixture application : applications()) {
            byte[] pdf = pdf(ReceiptFixture.receipt(application, language));
            assertThat(findings(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
            assertThat(findings(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        }
    }

    @Test
    void validatorFindsWhatIsNoArchive() throws VeraPDFException, IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (PDDocument document =
                Loader.loadPDF(pdf(ReceiptFixture.receipt(ReceiptFixture.granted(), Language.ENGLISH)))) {
            document.getDocumentCatalog().setMetadata(null);
            document.save(out);
        }
        assertThat(findings(out.toByteArray(), PDFAFlavour.PDFA_3_A)).isNotEmpty();
    }

    @Test
    void sameReceiptIsTheSameBytes() throws InterruptedException {
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.denied(), Language.of("kk"));
        byte[] first = pdf(receipt);
        Thread.sleep(1_100); // the library's own time stamps are in seconds
        assertThat(pdf(new ReceiptPress(0, null), receipt)).isEqualTo(first);
    }

    @Test
    void proofIsAnAttachedFileOfThePdf() throws IOException {
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.denied(), Language.ENGLISH);
        try (PDDocument document = Loader.loadPDF(pdf(receipt))) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys(receipt.decision() + ".tlog-proof");
            var file = files.values().iterator().next();
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(PROOF.bytes());
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Supplement");
        }
    }

    @Test
    void phoneReadsTheMarkFromPaperAndScreen() throws IOException, ReaderException {
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.refused(), Language.of("kk"));
        String text = "log sheshim.example/log\ndecision 01a2073c-f074-7a5a-b860-a72886ae7739\n"
                + "leaf 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        try (PDDocument document = Loader.loadPDF(pdf(receipt))) {
            assertThat(read(new PDFRenderer(document).renderImageWithDPI(0, 150)))
                    .isEqualTo(text);
        }
        String page = html(receipt);
        int size = Integer.parseInt(page.replaceAll("(?s).*viewBox=\"0 0 ([0-9]+) .*", "$1"));
        BufferedImage drawn = new BufferedImage(size * 4, size * 4, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, size * 4, size * 4);
        pen.setColor(Color.BLACK);
        pen.scale(4, 4);
        Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)v1H\\1z")
                .matcher(page)
                .results()
                .map(run -> IntStream.rangeClosed(1, 3)
                        .map(group -> Integer.parseInt(run.group(group)))
                        .toArray())
                .forEach(run -> pen.fillRect(run[0], run[1], run[2], 1));
        assertThat(read(drawn)).isEqualTo(text);
    }

    private static String read(BufferedImage image) throws ReaderException {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @Test
    void whatAnApplicantWritesIsNothingButText() throws IOException {
        Receipt receipt = ReceiptFixture.receipt(hostile(), Language.ENGLISH);
        assertThat(html(receipt))
                .contains("&lt;img src=http://127.0.0.1:1/x.png&gt;&amp;amp;&quot;&#39;&lt;/style&gt;")
                .contains("{receipt}")
                .doesNotContain("<img", "<script", "\u0001", "\u202E");
        assertThat(text(pdf(receipt))).contains("<img src=http://127.0.0.1:1/x.png>");
    }

    @Test
    void hostileTextKeepsThePdfFitForArchives() throws VeraPDFException, IOException {
        byte[] pdf = pdf(ReceiptFixture.receipt(hostile(), Language.ENGLISH));
        assertThat(findings(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(findings(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void pageLoadsAndRunsNothing() {
        for (ApplicationFixture application : applications()) {
            assertThat(html(ReceiptFixture.receipt(application, Language.of("ru"))))
                    .startsWith("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ru\">")
                    .doesNotContain("<script", "<img", "<link", "<iframe", "@import", "url(", "javascript:", "href");
        }
    }

    @Test
    @Timeout(180)
    void twoHundredDocumentsWithAllTheirDefectsAreSet() throws IOException {
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.of(200), Language.of("kk"));
        byte[] pdf = pdf(receipt);
        assertThat(pdf).hasSizeLessThan(3_000_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(25, 120);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(pages);
            assertThat(last.getText(document)).contains(pages + "-бет, барлығы " + pages);
        }
        assertThat(text(pdf)).contains("U10000199").contains("200.");
    }

    @Test
    void whoeverComesWhenNobodyMoreMayWaitIsToldSo() {
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.granted(), Language.ENGLISH);
        assertThatThrownBy(() -> pdf(new ReceiptPress(0, 0, null), receipt)).isInstanceOf(PressOverloaded.class);
        ReceiptPress one = new ReceiptPress(1, 0, null);
        assertThat(pdf(one, receipt)).isNotEmpty();
        assertThat(pdf(one, receipt)).as("there is room again").isNotEmpty();
    }
}
