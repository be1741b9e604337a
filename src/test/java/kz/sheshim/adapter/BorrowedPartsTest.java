package kz.sheshim.adapter;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Says which class of a library is gone whose name stands in our code as a text, so that the compiler does not notice, and who looks for it. */
class BorrowedPartsTest {
    @ParameterizedTest
    @CsvSource({
        "telemetry.RedactingLogFilter, io.quarkus.vertx.http.runtime.QuarkusErrorHandler",
        "http.problem.ProblemRegistry, org.jboss.resteasy.reactive.server.core.multipart.MultiPartParserDefinition",
        "http.problem.ProblemRegistry, org.jboss.resteasy.reactive.server.handlers.RequestDeserializeHandler"
    })
    void classThatIsLookedForByItsNameIsStillThere(String seeker, String name) {
        assertThatCode(() -> Class.forName(name))
                .as(
                        "this version of the library has no %s any more; find another way in adapter.%s, which looks for it",
                        name, seeker)
                .doesNotThrowAnyException();
    }
}
