package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.Facts;
import kz.sheshim.finding.Finding;
import kz.sheshim.json.VerdictView;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.receipt.Receipt;
import kz.sheshim.receipt.ReceiptFixture;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy has the languages that its workbooks list, be they four, two or one. */
class LanguagesOfPolicyTest {
    private static final Language UZBEK = Language.of("uz");
    private static final List<PolicyFile> SHIPPED = new FolderPolicySource(Path.of("")).files();
    private static final List<PolicyFile> SECOND =
            new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files();

    private static List<String> findings(EditedPolicyFixture policy) {
        List<Finding> findings = new ArrayList<>();
        PolicyTools.compiler(kz.sheshim.workbook.Limits.USUAL, null).reader().read(policy.files(), findings::add);
        return findings.stream()
                .map(finding -> finding.defect().code() + " at " + finding.address() + ": "
                        + finding.defect().message())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en,ru,kk,uz", "uz,ru", "ru,kk", "zh", "uz-Cyrl,uz,zh"})
    void policyWithTextsInItsLanguagesIsClean(String tags) {
        for (List<PolicyFile> files : List.of(SHIPPED, SECOND)) {
            EditedPolicyFixture policy = TranslatedPolicyFixture.of(files, tags.split(","));
            assertThat(findings(policy)).isEmpty();
            assertThat(policy.read().policy().languages()).isEqualTo(Languages.of(tags.split(",")));
        }
    }

    @Test
    void listOfTheUsualLanguagesChangesNothingAndAnotherOneDoes() {
        String usual = new EditedPolicyFixture(SHIPPED).read().revision().toString();
        assertThat(TranslatedPolicyFixture.of(SHIPPED, "en", "ru", "kk").read().revision())
                .hasToString(usual);
        assertThat(Stream.of(List.of("ru", "en", "kk"), List.of("ru", "kk"), List.of("en", "ru", "kk", "uz"))
                        .map(tags -> TranslatedPolicyFixture.of(SHIPPED, tags.toArray(String[]::new))
                                .read()
                                .revision()
                                .toString()))
                .doesNotContain(usual)
                .doesNotHaveDuplicates();
    }

    @Test
    void verdictSpeaksTheLanguagesOfItsPolicy() {
        try (DecidingPolicy shipped = new EditedPolicyFixture(SHIPPED).policy();
                DecidingPolicy fourth = TranslatedPolicyFixture.of(SHIPPED, "en", "ru", "kk", "uz")
                        .policy();
                DecidingPolicy chinese =
                        TranslatedPolicyFixture.of(SHIPPED, "zh").policy()) {
            VerdictView english = view(shipped, "en");
            assertThat(view(fourth, "en")).hasToString(english.toString());
            assertThat(view(fourth, "kk")).hasToString(view(shipped, "kk").toString());
            assertThat(view(fourth, "uz").text()).isEqualTo(TranslatedPolicyFixture.translated(english.text(), "uz"));
            assertThat(view(fourth, "uz").grounds()).isNotEmpty().allSatisfy(ground -> assertThat(List.of(
                            ground.text(), ground.remedy(), ground.citation().act()))
                    .allMatch(text -> text.startsWith("Oʻzbekcha")));
            assertThat(view(fourth, "zh").text()).as("the first language").isEqualTo(english.text());
            assertThat(view(chinese, "kk").text()).isEqualTo("中文：" + english.text());
        }
    }

    private static VerdictView view(DecidingPolicy policy, String language) {
        Facts facts = policy.read(ReceiptFixture.denied().body()).facts();
        return VerdictView.of(policy.decide(facts), policy.ruleset(), Language.of(language));
    }

    @Test
    void receiptIsWrittenInAnyLanguageOfThePolicy() {
        try (DecidingPolicy policy =
                TranslatedPolicyFixture.of(SHIPPED, "en", "uz", "zh").policy()) {
            Receipt english = ReceiptFixture.receipt(policy, ReceiptFixture.granted(), Language.ENGLISH, null);
            Receipt uzbek = ReceiptFixture.receipt(policy, ReceiptFixture.granted(), UZBEK, null);
            assertThat(uzbek.title()).isEqualTo(TranslatedPolicyFixture.translated(english.title(), "uz"));
            assertThat(uzbek.words()).hasSameSizeAs(english.words()).allSatisfy((word, text) -> assertThat(text)
                    .isEqualTo(
                            TranslatedPolicyFixture.translated(english.words().get(word), "uz")));
            assertThat(uzbek.sections().toString()).contains("20-noyabr, 2026").doesNotContain("20 November 2026");
            Receipt chinese = ReceiptFixture.receipt(policy, ReceiptFixture.granted(), Language.of("zh"), null);
            assertThat(chinese.sections().toString()).contains("2026年11月20日").doesNotContain("November");
        }
    }

    @Test
    void textThatIsMissingInOneLanguageIsFoundAtItsCell() {
        EditedPolicyFixture policy = TranslatedPolicyFixture.of(SHIPPED, "en", "ru", "kk", "uz")
                .edit("vocabulary.xlsx", workbook -> {
                    var sheet = workbook.getSheet("Outcomes");
                    sheet.getRow(1)
                            .getCell(sheet.getRow(0).getLastCellNum() - 1)
                            .setBlank();
                });
        assertThat(findings(policy))
                .singleElement()
                .asString()
                .startsWith("missing-translation at vocabulary.xlsx › Outcomes › ")
                .contains("Text uz is empty", "Readers of Uzbek would see no text");
    }

    @Test
    void placeholderThatIsMissingInOneLanguageIsFound() {
        EditedPolicyFixture policy = TranslatedPolicyFixture.of(SHIPPED, "en", "ru", "kk", "uz")
                .edit("receipts.xlsx", workbook -> {
                    var sheet = workbook.getSheet("Words");
                    int uzbek = sheet.getRow(0).getLastCellNum() - 1;
                    sheet.forEach(row -> {
                        if (row.getCell(0) != null && row.getCell(0).toString().equals("page")) {
                            row.getCell(uzbek).setCellValue("bet {page}");
                        }
                    });
                });
        assertThat(findings(policy))
                .singleElement()
                .asString()
                .startsWith("missing-placeholder at receipts.xlsx › Words › ")
                .contains("{pages}");
    }

    @Test
    void columnsOfALanguageThatIsNotListedSayWhatToDo() {
        EditedPolicyFixture policy = TranslatedPolicyFixture.of(SHIPPED, "en", "ru", "kk", "uz")
                .edit("vocabulary.xlsx", workbook -> workbook.getSheet("Policy").forEach(row -> {
                    if (row.getCell(0).toString().equals("Languages")) {
                        row.getCell(1).setCellValue("en, ru, kk");
                    }
                }));
        assertThat(findings(policy))
                .singleElement()
                .asString()
                .startsWith("unknown-language at ")
                .contains("The same is wrong at ", " more places: ", "Add uz to Languages on the sheet Policy");
    }

    @Test
    void languageWithoutColumnsIsMissedOnEverySheet() {
        assertThat(findings(new EditedPolicyFixture(SECOND)
                        .append(
                                "vocabulary.xlsx",
                                "Policy",
                                1,
                                Map.of("Setting", "Languages", "Value", "en, ru, kk, uz"))))
                .anyMatch(finding -> finding.startsWith("missing-setting") && finding.contains("Title uz"))
                .anyMatch(finding -> finding.startsWith("missing-column") && finding.contains("Remedy uz"))
                .allMatch(finding -> finding.startsWith("missing-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en, ru, kz          | is not the tag of a language, but the code of a country (Kazakhstan) | en, ru, kk",
                "en, ru, KK          | \"KK\" is not the tag of a language                                   | en, ru, kk",
                "en; ru; kk          | the tags are not divided by commas                                   | en, ru, kk",
                "en ru kk            | the tags are not divided by commas                                   | en, ru, kk",
                "English, Russian, Kazakh | \"English\" is not the tag of a language                         | en, ru, kk",
                "eng, rus, kaz       | \"eng\" is not the tag of a language                                  | en, ru, kk",
                "en, ru, ru          | ru stands twice                                                      | en, ru, kk",
                "en, ru, kk, ru      | ru stands twice                                                      | en, ru, kk",
                "en, , ru, kk        | the tags are not divided by commas                                   | en, ru, kk",
                "en, ru, kk,         | the tags are not divided by commas                                   | en, ru, kk",
                ",                   | it names none                                                        | en, ru, kk",
                "en, ru, qq          | \"qq\" is not the tag of a language                                   | en, ru, kk",
                "en, ru, kk, zh_CN   | \"zh_CN\" is not the tag of a language                                | en, ru, kk, zh-CN",
                "en, ru, kk, uz-latn | \"uz-latn\" is not the tag of a language                              | en, ru, kk, uz-Latn",
                "en, ru, kk-Klin     | \"kk-Klin\" is not the tag of a language                              | en, ru, kk",
            })
    void faultyListIsOneFindingThatSaysWhatToWrite(String given, String why, String meant) {
        assertThat(findings(new EditedPolicyFixture(SECOND)
                        .append("vocabulary.xlsx", "Policy", 1, Map.of("Setting", "Languages", "Value", given))))
                .filteredOn(finding -> !finding.startsWith("missing-"))
                .singleElement()
                .asString()
                .startsWith("faulty-languages at vocabulary.xlsx › Policy › B")
                .contains(why, "Did you mean \"" + meant + "\"?");
    }

    @Test
    void blankListIsAFinding() {
        assertThat(findings(new EditedPolicyFixture(SECOND)
                        .append("vocabulary.xlsx", "Policy", 1, Map.of("Setting", "Languages", "Value", ""))))
                .singleElement()
                .asString()
                .startsWith("blank-cell at vocabulary.xlsx › Policy › B");
    }

    @Test
    void tooManyLanguagesAreRefused() {
        String tags =
                String.join(", ", List.of(java.util.Locale.getISOLanguages()).subList(0, 33));
        assertThat(findings(new EditedPolicyFixture(SECOND)
                        .append("vocabulary.xlsx", "Policy", 1, Map.of("Setting", "Languages", "Value", tags))))
                .anyMatch(finding -> finding.contains("more than 32"))
                .hasSizeLessThan(200);
    }

    @Test
    void readersOfOneScriptOrCountryAreShownAnother() {
        Languages languages = Languages.of("ru", "uz-Cyrl", "zh-Hans");
        assertThat(Stream.of("ru-KZ", "uz", "uz-Latn-UZ", "zh-CN", "zh-Hant", "kk", "en")
                        .map(Language::of)
                        .map(languages::closest)
                        .map(Language::tag))
                .containsExactly("ru", "uz-Cyrl", "uz-Cyrl", "zh-Hans", "zh-Hans", "ru", "ru");
    }
}
