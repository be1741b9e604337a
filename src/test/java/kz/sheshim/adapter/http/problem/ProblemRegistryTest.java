package kz.sheshim.adapter.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import kz.sheshim.decision.DecidingOverloaded;
import kz.sheshim.engine.DecisionTooSlow;
import kz.sheshim.log.LogOverloaded;
import kz.sheshim.publication.DraftRefused;
import kz.sheshim.vocabulary.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers are told about failures. */
class ProblemRegistryTest {
    private final ProblemRegistry problems = new ProblemRegistry(new LogOutage(() -> 0));

    private static String type(HttpProblem problem) {
        return String.valueOf(problem.getType());
    }

    @Test
    void callersAreToldWhichQueueIsFull() {
        HttpProblem deciding = problems.problem(new DecidingOverloaded(1_000));
        assertThat(type(deciding)).isEqualTo("urn:sheshim:problem:overloaded");
        assertThat(deciding.getStatusCode()).isEqualTo(503);
        assertThat(deciding.getDetail())
                .isEqualTo("Too many applications are waiting to be decided. Nothing was decided. Try again.");
        assertThat(deciding.getHeaders()).containsEntry("Retry-After", 1L);

        HttpProblem recording = problems.problem(new LogOverloaded(1_000));
        assertThat(type(recording)).isEqualTo("urn:sheshim:problem:log-overloaded");
        assertThat(recording.getTitle()).isEqualTo("Too many decisions are waiting to be recorded");
    }

    @Test
    void whoGetsNoVerdictInTimeIsToldWhenToTryAgain() {
        HttpProblem slow = problems.problem(new DecisionTooSlow(Duration.ofSeconds(10)));

        assertThat(slow.getStatusCode()).isEqualTo(503);
        assertThat(slow.getHeaders()).containsEntry("Retry-After", 10L);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void noProblemTellsTheCallerToTryAgainWithoutSayingWhen(int status) {
        assertThatIllegalArgumentException().isThrownBy(() -> Problems.problem("type", status, "title"));
    }

    @Test
    void refusalOfADraftIsSaidForAnyLanguage() {
        Phrase said = Phrase.of("The dossier has {0} errors. Upload a version without them.", 3);
        HttpProblem refused = problems.problem(new DraftRefused(DraftRefused.Reason.FAULTY, said));

        assertThat(refused.getDetail()).isEqualTo("The dossier has 3 errors. Upload a version without them.");
        assertThat(Problems.detail(refused)).contains(said);
    }

    @Test
    void unexpectedFailureTellsNothingButWhereTheLogHasIt() {
        HttpProblem problem = problems.problem(new IllegalStateException("a secret"));

        assertThat(problem.getStatusCode()).isEqualTo(500);
        assertThat(String.valueOf(problem.getInstance())).startsWith("urn:uuid:");
        assertThat(problem.getDetail()).isNull();
        assertThat(problem.getTitle()).isEqualTo("Internal Server Error");
    }
}
