package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import kz.sheshim.CommandFixture.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code sheshim log resume} against a service that answers as the test says. */
class LogCommandTest {
    private String answer = "";

    @RegisterExtension
    final AnsweringFixture service = new AnsweringFixture(method -> answer);

    private Outcome resume() {
        return service.run("log resume");
    }

    @Test
    void logThatGoesOnIsSaid() {
        answer = "{\"resumed\": true, \"erasedAgain\": 2}";
        assertThat(resume())
                .isEqualTo(
                        new Outcome(
                                0,
                                """
                                The log goes on. The incident is an entry of it. Other replicas that have stopped need this, too.
                                Case files that had been erased and were in the database again: 2. They are erased.
                                """));
        assertThat(service.asked).containsExactly("POST /api/v1/log/resumption ");
    }

    @Test
    void witnessThatHoldsTheLongerLogIsSaid() {
        answer = "{\"resumed\": true, \"erasedAgain\": 0, \"stopped\": \"court has cosigned a tree of size 9\"}";
        assertThat(resume())
                .isEqualTo(
                        new Outcome(
                                1,
                                """
                                The incident is an entry of the log, but the log stands still: court has cosigned a tree of size 9
                                Give it a new name (sheshim.log.name) and start the service again: it is a new log for witnesses.
                                Case files that had been erased and were in the database again: 0. They are erased.
                                """));
    }

    @Test
    void nothingToResumeIsNoFault() {
        answer = "{\"resumed\": false, \"erasedAgain\": 0, \"stopped\": null}";
        assertThat(resume().exit()).isZero();
        assertThat(resume().text()).startsWith("There was nothing to resume");
    }

    @Test
    void anotherReasonIsSaid() {
        answer = "{\"resumed\": false, \"erasedAgain\": 0, \"stopped\": \"court has cosigned another history\"}";
        assertThat(resume().exit()).isEqualTo(1);
        assertThat(resume().text())
                .startsWith("The log stands still for another reason, which this command cannot mend:"
                        + " court has cosigned another history\n");
    }
}
