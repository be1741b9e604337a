package kz.sheshim.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest {
    private static final CodeList COLOURS =
            new CodeList("colour", new LinkedHashMap<>(Map.of("red", label("red"), "green", label("green"))));

    private static Label label(String text) {
        return Label.same(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2024-13-01",
                "2024-2-01",
                "2024-02",
                "20240201",
                "0000-01-01",
                "+10000-01-01",
                " 2024-02-01",
                "2024-02-01T00:00:00Z",
                ""
            })
    void dateIsAWholeRealDay(String text) {
        assertThatThrownBy(() -> new FieldType.Date().read(text)).isInstanceOf(NotOfType.class);
    }

    @Test
    void leapDayIsADate() throws NotOfType {
        assertThat(new FieldType.Date().read("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-25T09:00:00",
                "2024-03-25",
                "2024-02-30T09:00:00Z",
                "2024-03-25T24:00:00Z",
                "2024-03-25T23:59:60Z",
                "2024-03-25T09:00:00+19:00",
                "2024-03-25T09:00:00+05:00[Asia/Almaty]",
                "2024-03-25 09:00:00Z",
                "0001-01-01T23:59:59Z",
                "9999-12-31T00:00:00Z"
            })
    void momentHasAnOffsetAndIsReal(String text) {
        assertThatThrownBy(() -> new FieldType.DateTime().read(text)).isInstanceOf(NotOfType.class);
    }

    @Test
    void wrongCodeNamesTheNearestOne() {
        assertThatThrownBy(() -> new FieldType.Code(COLOURS).read("gren"))
                .isInstanceOfSatisfying(
                        NotOfType.class, e -> assertThat(e.nearest()).isEqualTo("green"));
    }

    @Test
    void codeOfAnotherCaseIsWrongInEveryLocale() {
        assertThatThrownBy(() -> new FieldType.Code(COLOURS).read("RED")).isInstanceOf(NotOfType.class);
    }

    @Test
    void textsAsBooleansAreWrong() {
        assertThatThrownBy(() -> new FieldType.YesNo().read("true")).isInstanceOf(NotOfType.class);
        assertThatThrownBy(() -> new FieldType.YesNo().read(BigDecimal.ONE)).isInstanceOf(NotOfType.class);
    }

    @Test
    void textThatNoDatabaseHoldsIsWrong() {
        assertThatThrownBy(() -> new FieldType.Text().read("a\0b")).isInstanceOf(NotOfType.class);
        assertThatThrownBy(() -> new FieldType.Text().read("a\ud800b")).isInstanceOf(NotOfType.class);
    }

    @Test
    void wholeNumberMayBeWrittenWithAnExponent() throws NotOfType {
        assertThat(new FieldType.Whole().read(new BigDecimal("1.5e1"))).isEqualTo(15L);
        assertThatThrownBy(() -> new FieldType.Whole().read(new BigDecimal("1.5")))
                .isInstanceOf(NotOfType.class);
        assertThatThrownBy(() -> new FieldType.Whole().read(new BigDecimal("1e1000000000")))
                .isInstanceOf(NotOfType.class);
        assertThatThrownBy(() -> new FieldType.Whole().read(new BigDecimal("1e2147483647")))
                .isInstanceOf(NotOfType.class);
        assertThatThrownBy(() -> new FieldType.Decimal().read(new BigDecimal("1e2147483647")))
                .isInstanceOf(NotOfType.class);
        assertThatThrownBy(() -> new FieldType.Whole().read(new BigDecimal("1e-1000000000")))
                .isInstanceOf(NotOfType.class);
    }

    @Test
    void listHoldsCodesOnly() {
        assertThatThrownBy(() -> new FieldType.Codes(COLOURS).read(List.of("red", "blue")))
                .isInstanceOf(NotOfType.class);
    }

    @Test
    void numberOfMoreThan18DigitsOnASideOfThePointIsWrong() throws NotOfType {
        String most = "9".repeat(18);
        assertThat(new FieldType.Whole().read(new BigDecimal(most))).isEqualTo(Long.valueOf(most));
        assertThat(new FieldType.Decimal().read(new BigDecimal(most + "." + most)))
                .isEqualTo(new BigDecimal(most + "." + most));
        assertThatThrownBy(() -> new FieldType.Whole().read(new BigDecimal(most + "0")))
                .isInstanceOf(NotOfType.class);
        assertThatThrownBy(() -> new FieldType.Decimal().read(new BigDecimal("0." + most + "1")))
                .isInstanceOf(NotOfType.class);
    }

    @Test
    void aDecimalCommaIsAnsweredWithThePoint() {
        assertThatThrownBy(() -> new FieldType.Decimal().read("12,5"))
                .isInstanceOfSatisfying(
                        NotOfType.class, wrong -> assertThat(wrong.nearest()).isEqualTo("12.5"));
        assertThatThrownBy(() -> new FieldType.Decimal().read("twelve"))
                .isInstanceOfSatisfying(
                        NotOfType.class, wrong -> assertThat(wrong.nearest()).isNull());
    }

    @Test
    void onlyCodesAreOfAList() {
        assertThat(new FieldType.Code(COLOURS).codeList()).contains(COLOURS);
        assertThat(new FieldType.Codes(COLOURS).codeList()).contains(COLOURS);
        assertThat(new FieldType.Text().codeList()).isEmpty();
    }

    @Test
    void textIsReadInItsComposedForm() throws NotOfType {
        assertThat(new FieldType.Text().read("и\u0306од")).isEqualTo("йод");
    }
}
