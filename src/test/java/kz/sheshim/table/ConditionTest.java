package kz.sheshim.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Truth;
import kz.sheshim.policy.reading.ConditionParser;
import kz.sheshim.vocabulary.CodeList;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What condition cells say, and what they answer three-valued. */
class ConditionTest {
    private static final FieldPath PATH = new FieldPath("thing", "colour");
    private static final Fact UNKNOWN = new Fact.Unknown(new TreeSet<>(Set.of(new FactPath(PATH, 0))));
    private static final Label LABEL = Label.same("");
    private static final FieldType COLOUR = new FieldType.Code(
            new CodeList("colour", new LinkedHashMap<>(Map.of("red", LABEL, "green", LABEL, "blue", LABEL))));

    private static Condition parse(FieldType type, boolean many, String text) {
        ConditionParser parser = parser(type, many);
        Condition condition = parser.parse(text);
        assertThat(parser.defects()).isEmpty();
        return condition;
    }

    private static ConditionParser parser(FieldType type, boolean many) {
        return new ConditionParser(
                new Field(PATH, type, new IfAbsent.NotKnown(), false, null, LABEL, false, false), many);
    }

    private static Fact known(Object value) {
        return new Fact.Known(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            red             | red   | TRUE
            red             | green | FALSE
            red             |       | FALSE
            red, green      | green | TRUE
            not red         | red   | FALSE
            not red         | green | TRUE
            not red         |       | TRUE
            not red, green  | green | FALSE
            missing         |       | TRUE
            missing         | red   | FALSE
            present         | red   | TRUE
            present         |       | FALSE
            """)
    void singleCode(String cell, String value, Truth answer) {
        Fact fact = value == null ? Fact.ABSENT : known(value);
        assertThat(parse(COLOUR, false, cell).test(List.of(fact))).isEqualTo(answer);
        assertThat(parse(COLOUR, false, cell).test(List.of(UNKNOWN))).isEqualTo(Truth.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            >= 18   | 18 | TRUE
            >= 18   | 17 | FALSE
            > 18    | 18 | FALSE
            < 65    | 64 | TRUE
            < 65    | 65 | FALSE
            <= 65   | 65 | TRUE
            18..64  | 18 | TRUE
            18..64  | 64 | TRUE
            18..64  | 65 | FALSE
            >=18    |    | FALSE
            18      | 18 | TRUE
            """)
    void number(String cell, Long value, Truth answer) {
        Fact fact = value == null ? Fact.ABSENT : known(value);
        assertThat(parse(new FieldType.Whole(), false, cell).test(List.of(fact)))
                .isEqualTo(answer);
    }

    @Test
    void datesAreComparedByDay() {
        Condition condition = parse(new FieldType.Date(), false, "2024-02-29..2024-03-24");
        assertThat(condition.test(List.of(known(LocalDate.of(2024, 3, 24))))).isEqualTo(Truth.TRUE);
        assertThat(condition.test(List.of(known(LocalDate.of(2024, 3, 25))))).isEqualTo(Truth.FALSE);
    }

    @Test
    void oneKnownValueIsEnoughForIncludes() {
        Condition includes = parse(COLOUR, true, "includes red");
        assertThat(includes.test(List.of(UNKNOWN, known("red")))).isEqualTo(Truth.TRUE);
        assertThat(includes.test(List.of(UNKNOWN, known("green")))).isEqualTo(Truth.UNKNOWN);
        assertThat(includes.test(List.of(Fact.ABSENT, known("green")))).isEqualTo(Truth.FALSE);
        assertThat(includes.test(List.of())).isEqualTo(Truth.FALSE);
    }

    @Test
    void lacksIsTheOppositeOfIncludes() {
        Condition lacks = parse(COLOUR, true, "lacks red, green");
        assertThat(lacks.test(List.of())).isEqualTo(Truth.TRUE);
        assertThat(lacks.test(List.of(known("blue")))).isEqualTo(Truth.TRUE);
        assertThat(lacks.test(List.of(known("blue"), UNKNOWN))).isEqualTo(Truth.UNKNOWN);
        assertThat(lacks.test(List.of(known("green"), UNKNOWN))).isEqualTo(Truth.FALSE);
    }

    @Test
    void listFieldIsReadAsItsValues() {
        Condition includes = parse(COLOUR, true, "includes red");
        assertThat(includes.test(List.of(known(List.of("green", "red"))))).isEqualTo(Truth.TRUE);
        assertThat(includes.test(List.of(Fact.ABSENT))).isEqualTo(Truth.FALSE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            gren                   | unknown-code
            red, , green           | malformed-condition
            red, red               | malformed-condition
            not                    | malformed-condition
            includes red           | malformed-condition
            >= red                 | malformed-condition
            """)
    void cellThatCannotBeReadIsADefect(String cell, String code) {
        ConditionParser parser = parser(COLOUR, false);
        assertThat(parser.parse(cell)).isNull();
        assertThat(parser.defects()).extracting(defect -> defect.code()).contains(code);
    }

    @Test
    void boundsTheWrongWayRoundAreADefect() {
        ConditionParser parser = parser(new FieldType.Whole(), false);
        assertThat(parser.parse("64..18")).isNull();
        assertThat(parser.defects()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
            Smith               | Smith             | no
            Smith, John         | Smith;John        | yes
            "Smith, John"       | Smith, John       | no
            "Smith", "John"     | Smith;John        | no
            "a, b", c           | a, b;c            | yes
            "say ""yes"", then" | say "yes", then   | no
            5" pipe             | 5" pipe           | no
            "missing"           | missing           | no
            "not a"             | not a             | no
            """)
    void textInQuotationMarksIsOneValue(String cell, String values, String warned) {
        ConditionParser parser = parser(new FieldType.Text(), false);
        Condition condition = parser.parse(cell);
        assertThat(condition).isEqualTo(new Condition.OneOf(new LinkedHashSet<>(List.of(values.split(";")))));
        assertThat(parser.warnings()).hasSize(warned.equals("yes") ? 1 : 0);
        ConditionParser again = parser(new FieldType.Text(), false);
        assertThat(again.parse(CellText.of(condition))).isEqualTo(condition);
    }
}
