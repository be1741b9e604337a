package kz.sheshim.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.verdict.ValueTexts;
import kz.sheshim.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the receipts of the shipped policy say. */
class ReceiptWriterTest {

    private static <T extends Block> T only(Receipt receipt, Class<T> sort) {
        List<T> found = blocks(receipt).filter(sort::isInstance).map(sort::cast).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Stream<Block> blocks(Receipt receipt) {
        return receipt.sections().stream().flatMap(section -> section.blocks().stream());
    }

    private static List<String> texts(Receipt receipt) {
        return blocks(receipt)
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> ((Block.Paragraph) block).text())
                .toList();
    }

    @Test
    void receiptOfAnAcceptedApplicationNamesItsDocumentsAndItsDays() {
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.granted(), Language.ENGLISH);
        assertThat(receipt.code()).isEqualTo("acceptance-receipt");
        assertThat(receipt.others()).isEmpty();
        Block.Instances documents = only(receipt, Block.Instances.class);
        assertThat(documents.columns())
                .extracting(Block.Column::field)
                .containsExactly("documents.kind", "documents.number", "documents.issuedBy", "documents.validUntil");
        assertThat(documents.rows()).hasSize(1);
        assertThat(documents.rows().get(0))
                .extracting(Block.ShownFact::text)
                .containsExactly("foreign passport", "U12345678", "Türkiye", "1 May 2031");
        assertThat(documents.rows().get(0))
                .extracting(Block.ShownFact::value)
                .containsExactly("foreign-passport", "U12345678", "TUR", "2031-05-01");
        assertThat(texts(receipt))
                .contains("The answer is due by: 23 November 2026")
                .anyMatch(text -> text.startsWith("Day and time of acceptance: 20 November 2026, 10:15"))
                .anyMatch(text -> text.contains("1.") && text.contains("the day of acceptance is not counted"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 20 November 2026, 23 November 2026",
        "ru, 20 ноября 2026 г., 23 ноября 2026 г.",
        "kk, 2026 ж. 20 қараша, 2026 ж. 23 қараша"
    })
    void daysAreWrittenInTheReadersLanguage(Language language, String accepted, String due) {
        assertThat(texts(ReceiptFixture.receipt(ReceiptFixture.granted(), language)))
                .anyMatch(text -> text.contains(": " + accepted + ", 10:15"))
                .anyMatch(text -> text.endsWith(": " + due));
    }

    @Test
    void refusalNamesEveryDefectWithItsRemedy() {
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.refused(), Language.of("ru"));
        assertThat(receipt.code()).isEqualTo("refusal-receipt");
        assertThat(only(receipt, Block.Grounds.class).grounds())
                .extracting(Block.Reason::code)
                .containsExactlyInAnyOrder("translation-not-notarised");
        assertThat(only(receipt, Block.Grounds.class).grounds()).allSatisfy(ground -> {
            assertThat(ground.text()).isNotEmpty().doesNotContain("{");
            assertThat(ground.remedy()).isNotEmpty().doesNotContain("{");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "kk"})
    void denialNamesEveryGroundWithItsCitationAndTheRightsOfTheApplicant(Language language) {
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.denied(), language);
        assertThat(receipt.code()).isEqualTo("notice-of-refusal");
        assertThat(receipt.others()).containsExactly("reasoned-denial", "acceptance-receipt");
        assertThat(only(receipt, Block.Grounds.class).grounds())
                .extracting(Block.Reason::code)
                .containsExactlyInAnyOrder("documents-not-authentic", "earlier-iin-found", "no-consent");
        assertThat(only(receipt, Block.Grounds.class).grounds()).allSatisfy(ground -> {
            assertThat(ground.citations().get(0).act()).isNotEmpty();
            assertThat(ground.citations().get(0).place()).isNotEmpty();
            assertThat(ground.citations().get(0).statusText()).isNotEmpty();
        });
        assertThat(blocks(receipt)
                        .filter(Block.Notices.class::isInstance)
                        .flatMap(block -> ((Block.Notices) block).notices().stream())
                        .map(Block.Advice::code))
                .contains("hearing-may-be-omitted", "complaint-within-three-months");
        assertThat(texts(receipt)).anyMatch(text -> text.contains("91"));
    }

    @Test
    void receiptOfAnApplicationThatIsDeniedDoesNotSayWhy() {
        Receipt receipt = ReceiptFixture.receipt(ReceiptFixture.denied(), Language.ENGLISH, "acceptance-receipt");
        assertThat(receipt.others()).containsExactly("notice-of-refusal", "reasoned-denial");
        assertThat(blocks(receipt)).noneMatch(Block.Grounds.class::isInstance);
        assertThat(texts(receipt)).contains("The answer is due by: 23 November 2026");
    }

    @Test
    void textWithoutADueDateIsLeftOutAndTheNoticeSaysWhy() {
        Receipt receipt = ReceiptFixture.receipt(
                ReceiptFixture.granted().set("application.filedAt", "2027-12-31T10:15:00+05:00"), Language.ENGLISH);
        assertThat(texts(receipt)).noneMatch(text -> text.contains("due"));
        assertThat(only(receipt, Block.Notices.class).notices())
                .extracting(Block.Advice::code)
                .containsExactly("calendar-ends");
    }

    @Test
    void headingWithNothingBelowItIsLeftOut() {
        Receipt refusal = ReceiptFixture.receipt(ReceiptFixture.refused(), Language.ENGLISH);
        assertThat(refusal.sections())
                .extracting(Receipt.Section::heading)
                .doesNotContain("Please note")
                .endsWith((String) null);
        Receipt latin = ReceiptFixture.receipt(
                ReceiptFixture.refused()
                        .set("documents.1.kind", "foreign-passport")
                        .set("documents.1.script", "latin"),
                Language.ENGLISH);
        assertThat(latin.sections()).extracting(Receipt.Section::heading).contains("Please note");
    }

    @Test
    void applicationWithoutDocumentsSaysSo() {
        Receipt receipt = ReceiptFixture.receipt(new ApplicationFixture().without("documents"), Language.ENGLISH);
        assertThat(texts(receipt)).contains("No documents were shown.");
        assertThat(blocks(receipt)).noneMatch(Block.Instances.class::isInstance);
    }

    @Test
    void factThatWasNotSaidHasNoLineAndInATableAWordInItsPlace() {
        Receipt receipt =
                ReceiptFixture.receipt(ReceiptFixture.granted().set("documents.0.number", null), Language.of("kk"));
        assertThat(only(receipt, Block.SubmittedFacts.class).facts())
                .extracting(Block.ShownFact::field)
                .doesNotContain("applicant.existingIin")
                .contains("applicant.birthDate");
        assertThat(only(receipt, Block.Instances.class).rows().get(0).get(1))
                .isEqualTo(new Block.ShownFact("documents.number", "Құжат нөмірі", null, "көрсетілмеген"));
    }

    @Test
    void longTextIsCutForReadingButNotInItsValue() {
        String number = "W".repeat(1_000);
        Receipt receipt =
                ReceiptFixture.receipt(ReceiptFixture.granted().set("documents.0.number", number), Language.ENGLISH);
        Block.ShownFact fact =
                only(receipt, Block.Instances.class).rows().get(0).get(1);
        assertThat(fact.value()).isEqualTo(number);
        assertThat(fact.text()).hasSize(ValueTexts.MAX_LENGTH + 1).endsWith("W…");
    }

    @Test
    void bracesInWhatAnApplicantSaysAreNoPlaceholders() {
        Receipt receipt = ReceiptFixture.receipt(
                ReceiptFixture.granted().set("application.reference", "{due} $1 \\1"), Language.ENGLISH);
        assertThat(receipt.reference()).isEqualTo("{due} $1 \\1");
        assertThat(only(receipt, Block.SubmittedFacts.class).facts().get(0).text())
                .isEqualTo("{due} $1 \\1");
    }
}
