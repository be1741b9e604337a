package kz.sheshim.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Languages;
import kz.sheshim.vocabulary.Nearest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages ask: "Did you mean …?" A suggestion stands for the whole cell and is right, or there is none. */
class SuggestionsTest {
    private static final Map<String, Label> COUNTRIES = new LinkedHashMap<>();

    static {
        COUNTRIES.put("KGZ", new Label(Languages.USUAL, List.of("Kyrgyzstan", "Кыргызстан", "Қырғызстан")));
        COUNTRIES.put("RUS", new Label(Languages.USUAL, List.of("Russia", "Россия", "Ресей")));
        COUNTRIES.put(
                "BIH",
                new Label(
                        Languages.USUAL,
                        List.of("Bosnia and Herzegovina", "Босния и Герцеговина", "Босния және Герцеговина")));
        COUNTRIES.put("AND", new Label(Languages.USUAL, List.of("Andorra", "Андорра", "Андорра")));
        COUNTRIES.put("AGO", new Label(Languages.USUAL, List.of("Angola", "Ангола", "Ангола")));
    }

    private static final FieldType COUNTRY = new FieldType.Code(new CodeList("country", COUNTRIES));

    private static List<Defect> defects(FieldType type, boolean many, String text) {
        ConditionParser parser = new ConditionParser(
                new Field(
                        new FieldPath("thing", "part"),
                        type,
                        new IfAbsent.NotKnown(),
                        false,
                        null,
                        Label.same(""),
                        false,
                        false),
                many);
        assertThat(parser.parse(text)).as(text).isNull();
        return parser.defects();
    }

    /** Every defect of the cell asks the same, or none does. */
    private static void suggests(FieldType type, boolean many, String text, String suggested) {
        assertThat(defects(type, many, text.replace("\\n", "\n"))).isNotEmpty().allSatisfy(defect -> {
            if (suggested == null) {
                assertThat(defect.advice().toString()).doesNotContain("Did you mean");
            } else {
                assertThat(defect.advice().toString()).contains("Did you mean \"" + suggested + "\"?");
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            > = 16            ~ >= 16
            => 16             ~ >= 16
            =>16              ~ >= 16
            ≥16               ~ >= 16
            от 18             ~ >= 18
            от 18 лет         ~ >= 18
            не менее 18       ~ >= 18
            at least 18       ~ >= 18
            18 и старше       ~ >= 18
            18 or more        ~ >= 18
            18+               ~ >= 18
            под 18            ~
            до 18             ~
            более 18          ~ > 18
            under 18          ~ < 18
            >=18 and <65      ~ 18..64
            >= 18 && <= 64    ~ 18..64
            > 17 и < 65       ~ 18..64
            < 65, >= 18       ~ 18..64
            [18..64]          ~ 18..64
            [18..65)          ~
            18...64           ~ 18..64
            18 – 64           ~ 18..64
            from 18 to 64     ~
            between 18 and 64 ~ 18..64
            > 65 and < 18     ~
            < 18 or > 65      ~
            16; 18            ~ 16, 18
            16 или 18         ~ 16, 18
            16,18             ~ 16, 18
            1/2               ~
            1 000             ~ 1000
            18 лет и старше   ~ >= 18
            > 50 стр.         ~ > 50
            5O                ~ 50
            любой             ~ -
            any               ~ -
            *                 ~ -
            —                 ~ -
            mising            ~ missing
            """)
    void wholeNumber(String text, String suggested) {
        suggests(new FieldType.Whole(), false, text, suggested);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            [2025-01-01..2025-12-31]        ~ 2025-01-01..2025-12-31
            2025-01-01..                    ~ >= 2025-01-01
            ..2025-12-31                    ~ <= 2025-12-31
            2025-01-01 - 2025-12-31         ~ 2025-01-01..2025-12-31
            2025-01-01/2025-12-31           ~ 2025-01-01..2025-12-31
            с 01.01.2025 по 31.12.2025      ~ 2025-01-01..2025-12-31
            >= 2025-01-01 and < 2026-01-01  ~ 2025-01-01..2025-12-31
            after 31.12.2024                ~ > 2024-12-31
            25.03.2024                      ~ 2024-03-25
            25/03/2024                      ~ 2024-03-25
            03/25/2024                      ~ 2024-03-25
            25 March 2024                   ~ 2024-03-25
            25-Mar-2024                     ~ 2024-03-25
            March 25, 2024                  ~ 2024-03-25
            с 1 января 2025 г.              ~ >= 2025-01-01
            25 наурыз 2024                  ~ 2024-03-25
            25 Smarch 2024                  ~
            03/04/2024                      ~
            2024-02-30                      ~
            """)
    void date(String text, String suggested) {
        suggests(new FieldType.Date(), false, text, suggested);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            2,5             ~
            >= 0 and < 0.5  ~
            >= 0 and <= 0,5 ~ 0..0.5
            """)
    void decimal(String text, String suggested) {
        suggests(new FieldType.Decimal(), false, text, suggested);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            kgz                        ~ KGZ
            RSU                        ~ RUS
            RUSS                       ~ RUS
            D                          ~
            UNO                        ~
            KGX                        ~
            any                        ~ -
            Any                        ~ -
            КGZ                        ~ KGZ
            RUS; KGZ                   ~ RUS, KGZ
            RUS\\nKGZ                   ~ RUS, KGZ
            RUS и KGZ                  ~ RUS, KGZ
            RUS and KGZ                ~ RUS, KGZ
            RUS / KGZ                  ~ RUS, KGZ
            RUS, KGZ,                  ~ RUS, KGZ
            RUS, ХХХ                   ~
            RUS KGZ                    ~ RUS, KGZ
            RUS XXX                    ~
            "RUS", «KGZ»               ~ RUS, KGZ
            !RUS                       ~ not RUS
            <> RUS                     ~ not RUS
            != RUS, KGZ                ~ not RUS, KGZ
            only RUS                   ~
            Россия                     ~ RUS
            россия; Қырғызстан         ~ RUS, KGZ
            Босния и Герцеговина       ~ BIH
            Россия, Босния и Герцеговина ~ RUS, BIH
            not Россия                 ~ not RUS
            кроме RUS                  ~ not RUS
            includes RUS               ~ RUS
            """)
    void code(String text, String suggested) {
        suggests(COUNTRY, false, text, suggested);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            RUS; KGZ          ~ includes RUS, KGZ
            not RUS           ~ lacks RUS
            includes RUS; KGZ ~ includes RUS, KGZ
            lacks Россия      ~ lacks RUS
            lack RUS          ~ lacks RUS
            without RUS       ~ lacks RUS
            include RUS       ~ includes RUS
            contains RUS KGZ  ~ includes RUS, KGZ
            !RUS              ~ lacks RUS
            """)
    void manyCodes(String text, String suggested) {
        suggests(COUNTRY, true, text, suggested);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            Да    ~ yes
            blank ~ missing
            n/a   ~ missing
            not empty ~ present
            нет   ~ no
            TRUE  ~ yes
            уes   ~ yes
            perhaps ~
            """)
    void yesOrNo(String text, String suggested) {
        suggests(new FieldType.YesNo(), false, text, suggested);
    }

    @Test
    void letterOfAnotherAlphabetIsNamed() {
        assertThat(defects(COUNTRY, false, "КGZ"))
                .singleElement()
                .extracting(Defect::message)
                .isEqualTo(
                        "\"КGZ\" is not a code of the list country of the sheet Codes. The letter К in it is Cyrillic (U+041A). Did you mean \"KGZ\"?");
        assertThat(defects(COUNTRY, false, "ΚGZ")).singleElement().isNotNull();
        assertThat(defects(COUNTRY, false, "ΚGZ").get(0).advice().toString())
                .startsWith("The letter Κ in it is Greek (U+039A).");
        assertThat(defects(COUNTRY, false, "RU\u00adS").get(0).advice().toString())
                .isEqualTo("It contains U+00AD (soft hyphen). Did you mean \"RUS\"?");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            Sonday, Sunday
            unkown, unknown
            {refrence}, {reference}
            verifed, verified
            xyz,
            """)
    void names(String wrong, String right) {
        assertThat(Nearest.to(
                        wrong,
                        List.of("Monday", "Sunday", "unknown", "{reference}", "{revision}", "verified", "to verify")))
                .isEqualTo(java.util.Optional.ofNullable(right));
    }
}
