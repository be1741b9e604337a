package kz.sheshim.adapter.http.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.policy.reading.TableSheet.Column;
import kz.sheshim.table.Term;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Phrase;
import org.junit.jupiter.api.Test;

class CellWordsTest {
    private static CellWords in(String language) {
        return new CellWords(ShippedPolicyFixture.RULESET, Language.of(language));
    }

    @Test
    void caseIsSaidByTheLabelsOfItsFieldsAndCodes() {
        Phrase situation = Phrase.joined(
                ", ",
                List.of(
                        Phrase.of("{0} {1}", "application.filedOn", Phrase.of("from {0} on", "2027-01-01")),
                        Phrase.of(
                                "{0} {1}",
                                "verdict.outcome", Phrase.joined(", ", List.of(Phrase.of("{0}", "denied, granted"))))));
        assertThat(in("en").ofCase(situation))
                .extracting(Phrase::toString)
                .asString()
                .endsWith(": from 2027-01-01 on; Outcome: The service is denied, The service is granted")
                .doesNotContain("application.filedOn");
        assertThat(in("ru").ofCase(situation).toString()).contains("Исход: В оказании услуги отказано");
    }

    @Test
    void conclusionIsSaidByTheLabelsOfItsCodes() {
        Phrase ground = Phrase.of("{0} ({1})", "translation-not-notarised", "R4 A4-8.12, verified");
        assertThat(in("en").ofConclusion("defects-of-identity-documents", ground)
                        .toString())
                .startsWith("The translation is not notarised")
                .endsWith("(R4 A4-8.12, verified)");
        Phrase term = Term.ofWorkingDays(1).phrase();
        assertThat(in("en").ofConclusion("term", term)).hasToString("1 working day");
        assertThat(Phrases.said(in("ru").ofConclusion("term", term), Language.of("ru"))
                        .text())
                .isEqualTo("рабочих дней: 1");
    }

    @Test
    void yesAndNoAndTheStatusOfACitationAreSaidInTheLanguageToo() {
        Column status = new Column(0, "Status", "→ status");
        assertThat(in("ru").of("ground", yesNo(), "yes")).isEqualTo("да");
        assertThat(in("kk").of("ground", yesNo(), "no")).isEqualTo("жоқ");
        assertThat(in("en").of("ground", yesNo(), "no")).isEmpty();
        assertThat(in("ru").of("ground", status, "to verify")).isNotEmpty().doesNotContain("verify");
        assertThat(in("en").of("ground", status, "")).isEmpty();
    }

    private static Column yesNo() {
        return new Column(0, "Valid?", "documents.validIdentity");
    }

    /** Leaving one label out would say less than the codes. */
    @Test
    void labelThatEqualsItsCodeIsSaidBesideOthers() {
        Column status = new Column(0, "Status", "applicant.status");
        assertThat(in("en").of("ground", status, "foreigner, stateless")).isEqualTo("foreigner, stateless person");
        assertThat(in("en").of("ground", status, "foreigner")).isEmpty();
    }
}
