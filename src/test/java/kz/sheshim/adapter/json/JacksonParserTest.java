package kz.sheshim.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.sheshim.facts.Fault;
import kz.sheshim.facts.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonParserTest {

    private static JsonParser.Parsed parse(String text) {
        return new JacksonParser().parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1,}",
                "[1,]",
                "nul",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{} {}",
                "{\"a\":1}x"
            })
    void whatIsNotJsonIsOneFault(String text) {
        JsonParser.Parsed parsed = parse(text);
        assertThat(parsed.wellFormed()).isFalse();
        assertThat(parsed.faults()).hasSize(1);
    }

    @Test
    void memberThatStandsTwiceIsAFaultAtItsPath() {
        JsonParser.Parsed parsed = parse("{\"a\":[{\"b\":1,\"b\":2}],\"a\":3}");
        assertThat(parsed.wellFormed()).isTrue();
        assertThat(parsed.faults()).extracting(Fault::path).containsExactly("$.a[0].b", "$.a");
    }

    @Test
    void deepNestingIsAFaultAndNoOverflow() {
        for (String piece : List.of("[", "{\"a\":")) {
            assertThat(parse(piece.repeat(100_000)).wellFormed()).isFalse();
            assertThat(parse(piece.repeat(33)).faults())
                    .extracting(Fault::message)
                    .containsExactly("the JSON is nested deeper than 32 levels");
        }
    }

    @Test
    void whatDoesNotEndIsSaidWithItsBeginning() {
        assertThat(parse("{\"a\": [").faults())
                .extracting(Fault::message)
                .containsExactly(
                        "the body is not JSON: Unexpected end-of-input: expected close marker for Array (start marker at line: 1, column: 7) (line 1, column 8)");
    }

    @Test
    void bytesThatAreNotUtf8AreAFault() {
        JsonParser.Parsed parsed = new JacksonParser().parse(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'});
        assertThat(parsed.faults()).extracting(Fault::message).containsExactly("the body is neither UTF-8 nor UTF-16");
    }

    @Test
    void bodyIsReadInUtf16AndWithAByteOrderMark() {
        String json = "{\"a\":\"шешім\"}";
        for (String text : List.of(json, "\ufeff" + json)) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                JsonParser.Parsed parsed = new JacksonParser().parse(text.getBytes(charset));
                assertThat(parsed.faults()).as(charset + " " + text).isEmpty();
                assertThat(parsed.text()).isEqualTo(json);
                assertThat(parsed.value()).isEqualTo(Map.of("a", "шешім"));
            }
        }
    }

    @Test
    void longNumberIsAFaultAndQuick() {
        assertThat(parse("{\"a\":" + "9".repeat(100_000) + "}").faults())
                .extracting(Fault::message)
                .containsExactly("a number in the JSON has too many digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e2147483648", "-1e-99999999999"})
    void exponentOutOfAllBoundsIsAFaultAtItsPath(String number) {
        JsonParser.Parsed parsed = parse("{\"a\":[" + number + "]}");
        assertThat(parsed.faults()).singleElement().satisfies(fault -> assertThat(fault.path())
                .isIn("$.a[0]", "$"));
    }
}
