package kz.sheshim.adapter.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.LogFixture;
import kz.sheshim.TranslatedPolicyFixture;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.proof.ProofFixture;
import kz.sheshim.receipt.EntryMark;
import kz.sheshim.receipt.LettersMissing;
import kz.sheshim.receipt.Receipt;
import kz.sheshim.receipt.ReceiptFixture;
import kz.sheshim.vocabulary.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * A PDF never has boxes in the place of letters without anybody learning it. {@code fonts/chinese.ttf} is a part of Droid Sans Fallback (Apache License 2.0): the
 * letters 中文：年月日.
 */
class LettersOfReceiptsTest {
    private static final Path CHINESE = Path.of("src/test/resources/fonts/chinese.ttf");
    private static DecidingPolicy policy;

    @RegisterExtension
    final LogFixture ofFonts = new LogFixture(Fonts.class);

    @RegisterExtension
    final LogFixture ofPress = new LogFixture(ReceiptPress.class);

    @TempDir
    private Path folder;

    @BeforeAll
    static void translate() {
        policy = TranslatedPolicyFixture.of(
                        new FolderPolicySource(Path.of("")).files(), "en", "ru", "kk", "uz", "uz-Cyrl", "zh")
                .policy();
    }

    @AfterAll
    static void close() {
        policy.close();
    }

    private static Receipt receipt(ApplicationFixture application, String language) {
        return ReceiptFixture.receipt(policy, application, Language.of(language), null);
    }

    private static EntryMark mark(Receipt receipt) {
        return new EntryMark("sheshim.example/log", receipt.decision().toString(), Hash.EMPTY_ROOT);
    }

    private static byte[] pdf(ReceiptPress press, Receipt receipt) {
        return press.pdf(receipt, mark(receipt), ProofFixture.proof(4, 7));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uz", "uz-Cyrl"})
    void uzbekPrintsInBothScripts(String language) throws IOException {
        for (ApplicationFixture application : List.of(ReceiptFixture.granted(), ReceiptFixture.denied())) {
            Receipt receipt = receipt(application, language);
            assertThat(text(pdf(new ReceiptPress(1, null), receipt)))
                    .contains(receipt.issuedBy(), receipt.title())
                    .doesNotContain("□");
        }
    }

    @Test
    void receiptWithoutItsFontIsRefusedWithTheLettersButNotOnTheScreen() {
        ReceiptPress press = new ReceiptPress(1, null);
        Receipt receipt = receipt(ReceiptFixture.granted(), "zh");
        LettersMissing refusal = catchThrowableOfType(LettersMissing.class, () -> pdf(press, receipt));
        assertThat(refusal.letters()).containsExactlyInAnyOrder("中", "文", "：");
        assertThat(refusal).hasMessageContaining("中 (U+4E2D)").hasMessageContaining("zh");
        assertThat(press.html(receipt, mark(receipt))).contains("lang=\"zh\"", receipt.title());
    }

    @Test
    void fontOfTheFolderPrintsWhatTheOwnOneLacks() throws IOException, VeraPDFException {
        Files.copy(CHINESE, folder.resolve("chinese.ttf"));
        ReceiptPress press = new ReceiptPress(1, folder);
        Receipt receipt = receipt(ReceiptFixture.granted(), "zh");
        byte[] pdf = pdf(press, receipt);
        assertThat(text(pdf))
                .contains("中文：", "2026年11月20日", receipt.reference())
                .doesNotContain("□");
        assertThat(ReceiptPressTest.findings(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(ReceiptPressTest.findings(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(pdf(press, receipt)).as("the same receipt").isEqualTo(pdf);
        Receipt english = receipt(ReceiptFixture.granted(), "en");
        assertThat(pdf(press, english)).as("needs no other font").isEqualTo(pdf(new ReceiptPress(1, null), english));
    }

    @Test
    void fileThatIsNoFontForPdfsIsNamedAndDoesNoHarm() throws IOException {
        Files.writeString(folder.resolve("broken.ttf"), "no font");
        Files.writeString(folder.resolve("README.txt"), "no font");
        Files.copy(CHINESE, folder.resolve("z.otf"));
        assertThat(new Fonts(folder).missing("中文 漢").stream().mapToObj(Character::toString))
                .containsExactly("漢");
        assertThat(ofFonts.messages()).singleElement().asString().contains("broken.ttf", "is not used");
    }

    @Test
    void lettersThatAreWrittenFromRightToLeftCannotBePrinted() {
        assertThat(new Fonts(null).unprintable("Ab \u05D0\u0628 1").stream().mapToObj(Character::toString))
                .containsExactly("\u05D0", "\u0628");
    }

    @Test
    void rareLetterOfANameIsABoxAndIsLoggedOnce() throws IOException {
        ReceiptPress press = new ReceiptPress(1, null);
        Receipt receipt = receipt(ReceiptFixture.granted().set("application.reference", "漢-1"), "en");
        assertThat(text(pdf(press, receipt))).contains("□-1");
        pdf(press, receipt);
        assertThat(ofPress.messages()).singleElement().asString().contains("漢 (U+6F22)", "sheshim.receipts.fonts");
    }
}
