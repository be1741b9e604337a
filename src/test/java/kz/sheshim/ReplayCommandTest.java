package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import kz.sheshim.CommandFixture.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An auditor replays the record from the command line. */
class ReplayCommandTest {
    private String result = "";

    @RegisterExtension
    final AnsweringFixture service = new AnsweringFixture(
            method -> method.equals("POST") ? "{\"id\": \"r1\", \"state\": \"running\", \"replayed\": 0}" : result);

    private Outcome run(String... arguments) {
        return service.run("replay", arguments);
    }

    @Test
    void noteIsPrintedAndTheExitCodeSaysWhetherAllIsTheSame() {
        result =
                "{\"id\": \"r1\", \"state\": \"ended\", \"selection\": {}, \"replayed\": 7, \"different\": 0, \"missing\": 0, \"mismatches\": [], \"note\": \"sheshim-replay/v1\"}";
        assertThat(run("--all"))
                .isEqualTo(new Outcome(
                        0, "Decided again: 0\nsheshim-replay/v1\n7 decisions: every verdict is the same\n"));
        assertThat(service.asked).first().asString().startsWith("POST /api/v1/replays {");

        result = result.replace(
                "\"different\": 0, \"missing\": 0, \"mismatches\": []",
                """
                "different": 1, "missing": 0, "mismatches": [{"entry": 5, "decision": "d5", "why": "the verdict is another"}]""");
        assertThat(run("--all").exit()).isEqualTo(1);
        result = result.replace("\"different\": 1, \"missing\": 0", "\"different\": 0, \"missing\": 1");
        assertThat(run("--all").text()).endsWith("the same; case files that are gone without an erasure: 1\n");
        assertThat(run("--all").exit()).isEqualTo(1);
        result = result.replace("\"different\": 0, \"missing\": 1", "\"different\": 1, \"missing\": 0");
        assertThat(run("--all").text())
                .contains("entry 5, decision d5: the verdict is another", "7 decisions: 1 verdicts are others");
    }

    @Test
    void noteOfAnotherSelectionIsNoResult() {
        result =
                "{\"id\": \"r1\", \"state\": \"ended\", \"selection\": {\"from\": \"2026-11-01\", \"newest\": 10}, \"replayed\": 7, \"different\": 0, \"missing\": 0, \"mismatches\": [], \"note\": \"sheshim-replay/v1\"}";
        assertThat(run("--from", "2026-11-01", "--newest", "10").exit()).isZero();
        assertThat(service.asked).anyMatch(each -> each.contains("2026-11-01") && each.contains("10"));
        assertThat(run("--all"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "Decided again: 0\nThe service has replayed another selection than the one that was asked for: {from=2026-11-01, newest=10}\n"));
        assertThat(run("--from", "2026-11-01").exit()).isEqualTo(2);
    }

    @Test
    void replayOfNothingIsNotAllRight() {
        result =
                "{\"id\": \"r1\", \"state\": \"ended\", \"selection\": {\"submitter\": \"nobody\"}, \"replayed\": 0, \"different\": 0, \"erased\": 0, \"missing\": 0, \"mismatches\": [], \"note\": \"sheshim-replay/v1\"}";
        assertThat(run("--submitter", "nobody"))
                .isEqualTo(new Outcome(
                        1, "Decided again: 0\nsheshim-replay/v1\nNo decision matches: nothing was replayed.\n"));
    }

    @Test
    void replayThatDidNotEndIsNoResult() {
        result = "{\"id\": \"r1\", \"state\": \"cancelled\", \"selection\": {}, \"replayed\": 3}";
        assertThat(run("--all"))
                .isEqualTo(new Outcome(2, "Decided again: 0\nThe replay is cancelled after 3 decisions\n"));
    }

    @Test
    void whichDecisionsIsSaid() {
        assertThat(run().exit()).isEqualTo(2);
        assertThat(run("--all", "--newest", "3").exit()).isEqualTo(2);
        assertThat(service.asked).isEmpty();
    }
}
