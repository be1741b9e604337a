package kz.sheshim.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.sheshim.adapter.http.Members.Form;
import kz.sheshim.adapter.json.JacksonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a body that does not have the members that a call reads. */
class MembersTest {
    private static final Form APPROVAL = new Form(List.of("revision", "reason"), List.of("at"));

    private static String said(String body, Form... forms) {
        try {
            return Members.ofOne(body.getBytes(StandardCharsets.UTF_8), List.of(forms), new JacksonParser())
                    .toString();
        } catch (HttpProblem refused) {
            assertThat(refused.getStatusCode()).isEqualTo(400);
            return refused.getDetail();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                    | the body must be an object with revision, reason; at may be left out.",
                "{}                                    | revision is missing.",
                "{\"revision\": \"x\", \"reason\": null}   | reason is missing.",
                "{\"reson\": \"x\", \"x\": 1}              | \"reson\", \"x\" is unknown here. Known are: revision, reason, at.",
                "{\"reason\": 1, \"reason\": 2}          | the body cannot be read at $.reason: stands twice; which one is meant would be a guess.",
                "{} x                                  | 'the body is not JSON: Unrecognized token ''x'': was expecting (JSON String, Number, Array, Object or token ''null'', ''true'' or ''false'') (line 1, column 4)'",
                "{} {}                                 | something stands behind the end of the JSON object",
                "''                                    | the body is empty; expected a JSON object"
            })
    void eachFaultHasItsOwnSentence(String body, String sentence) {
        assertThat(said(body, APPROVAL)).isEqualTo(sentence);
    }

    @Test
    void whatMayBeLeftOutIsNotMissing() {
        assertThat(said("{\"revision\": \"x\", \"reason\": \"y\"}", APPROVAL)).isEqualTo("{revision=x, reason=y}");
        Form selection = new Form(List.of(), List.of("from", "to"));
        assertThat(said("", selection)).isEqualTo("{}");
        assertThat(said("{}", selection)).isEqualTo("{}");
        assertThat(said("[]", selection)).isEqualTo("the body must be an object with any of from, to.");
    }

    @Test
    void membersAreThoseOfOneForm() {
        Form[] forms = {
            new Form(List.of("decision", "basis"), List.of()), new Form(List.of("field", "value", "basis"), List.of())
        };
        assertThat(said("{\"decision\": 1, \"field\": 2}", forms))
                .isEqualTo(
                        "the body must be an object with one of these lists of members: decision, basis; field, value, basis.");
        assertThat(said("{\"field\": 1, \"basis\": 2}", forms)).isEqualTo("value is missing.");
        assertThat(said("{\"decision\": 1, \"basis\": 2}", forms)).isEqualTo("{decision=1, basis=2}");
    }
}
