package kz.sheshim.adapter.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.receipt.PressOverloaded;
import kz.sheshim.receipt.Receipt;
import kz.sheshim.receipt.ReceiptFixture;
import kz.sheshim.vocabulary.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** How receipts look to a reader, a printer, a screen reader and an archive. */
class ReceiptPressTest {
    private static final ReceiptPress PRESS = new ReceiptPress(100);
    private static final String HOSTILE =
            "<img src=http://127.0.0.1:1/x.png>&amp;\"'</style><script>alert(1)</script>]]>{receipt} \u0001\u202E漢字😀";

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

    private static List<String> findings(byte[] pdf, PDFAFlavour flavour) throws VeraPDFException, IOException {
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
    @EnumSource(Language.class)
    void everyLetterOfThePageStandsInThePdf(Language language) throws IOException {
        for (ApplicationFixture application : applications()) {
            Receipt receipt = ReceiptFixture.receipt(application, language);
            String text = text(PRESS.pdf(receipt));
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
        byte[] pdf = PRESS.pdf(
                ReceiptFixture.receipt(ReceiptFixture.granted().set("application.reference", letters), Language.KK));
        assertThat(text(pdf)).contains(letters);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void pdfIsForArchivesAndForScreenReaders(Language language) throws VeraPDFException, IOException {
        for (ApplicationFixture application : applications()) {
            byte[] pdf = PRESS.pdf(ReceiptFixture.receipt(application, language));
            assertThat(findings(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
            assertThat(findings(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        }
    }

    @Test
    void validatorFindsWhatIsNoArchive() throws VeraPDFException, IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (PDDocument document =
                Loader.loadPDF(PRESS.pdf(ReceiptFixture.receipt(ReceiptFixture.granted(), Language.EN)))) {
            document.getDocumentCatalog().setMetadata(null);
            document.save(out);
        }
        assertThat(findings(out.toByteArray(), PDFAFlavour.PDFA_2_A)).isNotEmpty();
    }

    @Test
    void sameReceiptIsTheSameBytes() throws InterruptedException {
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.denied(), Language.KK);
        byte[] first = PRESS.pdf(receipt);
        Thread.sleep(1_100); // the library's own time stamps are in seconds
        assertThat(new ReceiptPress(0).pdf(receipt)).isEqualTo(first);
    }

    @Test
    void whatAnApplicantWritesIsNothingButText() throws IOException {
        Receipt receipt = ReceiptFixture.receipt(hostile(), Language.EN);
        assertThat(PRESS.html(receipt))
                .contains("&lt;img src=http://127.0.0.1:1/x.png&gt;&amp;amp;&quot;&#39;&lt;/style&gt;")
                .contains("{receipt}")
                .doesNotContain("<img", "<script", "\u0001", "\u202E");
        assertThat(text(PRESS.pdf(receipt))).contains("<img src=http://127.0.0.1:1/x.png>");
    }

    @Test
    void hostileTextKeepsThePdfFitForArchives() throws VeraPDFException, IOException {
        byte[] pdf = PRESS.pdf(ReceiptFixture.receipt(hostile(), Language.EN));
        assertThat(findings(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(findings(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void pageLoadsAndRunsNothing() {
        for (ApplicationFixture application : applications()) {
            assertThat(PRESS.html(ReceiptFixture.receipt(application, Language.RU)))
                    .startsWith("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ru\">")
                    .doesNotContain("<script", "<img", "<link", "<iframe", "@import", "url(", "javascript:", "href");
        }
    }

    @Test
    @Timeout(180)
    void twoHundredDocumentsWithAllTheirDefectsAreSet() throws IOException {
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.of(200), Language.KK);
        byte[] pdf = PRESS.pdf(receipt);
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
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.granted(), Language.EN);
        assertThatThrownBy(() -> new ReceiptPress(0, 0).pdf(receipt)).isInstanceOf(PressOverloaded.class);
        ReceiptPress one = new ReceiptPress(1, 0);
        assertThat(one.pdf(receipt)).isNotEmpty();
        assertThat(one.pdf(receipt)).as("there is room again").isNotEmpty();
    }
}
