package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import kz.sheshim.CommandFixture.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An analyst orders a dossier from the command line, and gets the effect that was ordered or none. */
class DossierCommandTest {
    private static final String ORDER =
            """
            {"progress": "It waits.", "selection": {"from": "2026-11-01", "newest": 10}, "orderedAt": "2026-11-30T08:00:00.000Z"}""";

    private String dossier = "";

    @RegisterExtension
    final AnsweringFixture service = new AnsweringFixture(method -> method.equals("POST") ? ORDER : dossier);

    private Outcome run(String... arguments) {
        return service.run("drafts dossier d1", arguments);
    }

    private static String made(String at, String impact) {
        return "{\"madeAt\": \"" + at + "\", \"errors\": 0, \"content\": {" + impact + "}}";
    }

    @Test
    void effectThatWasOrderedIsPrinted() {
        dossier = made(
                "2026-11-30T08:00:00.000Z",
                "\"impact\": {\"decided\": 3, \"selection\": {\"newest\": 10, \"from\": \"2026-11-01\"}}");
        Outcome outcome = run("--from", "2026-11-01", "--newest", "10");
        assertThat(outcome.text()).contains("\"decided\"");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void effectOnNothingIsSaid() {
        dossier = made(
                "2026-11-30T08:00:00.000Z",
                "\"impact\": {\"decided\": 0, \"selection\": {\"newest\": 10, \"from\": \"2026-11-01\"}}");
        Outcome outcome = run("--from", "2026-11-01", "--newest", "10");
        assertThat(outcome.text()).endsWith("No decision matches: nothing was decided again.\n");
        assertThat(outcome.exit()).isOne();
    }

    @Test
    void effectOfTheDossierBeforeItIsNone() {
        dossier = made(
                "2026-11-30T07:59:59.999Z",
                "\"impact\": {\"decided\": 3, \"selection\": {\"newest\": 10, \"from\": \"2026-11-01\"}}");
        assertThat(run("--from", "2026-11-01", "--newest", "10"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "It waits.\nThe dossier that was ordered is not there: its making was cancelled, another one took its place, or another replica of the service answered. Order it again.\n"));
    }

    @Test
    void effectOnAnotherSelectionIsNone() {
        dossier = made("2026-11-30T08:00:01.000Z", "\"impact\": {\"decided\": 3, \"selection\": {\"newest\": 100000}}");
        assertThat(run("--from", "2026-11-01", "--newest", "10"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "It waits.\nThe dossier has the effect on another selection than the one that was asked for: {newest=100000}\n"));
    }

    @Test
    void dossierWithoutAnEffectIsNone() {
        dossier = made("2026-11-30T08:00:01.000Z", "\"impact\": {\"failed\": \"the rules are broken\"}");
        assertThat(run())
                .isEqualTo(new Outcome(2, "It waits.\nThe effect could not be found out: the rules are broken\n"));
        dossier = made(
                "2026-11-30T08:00:01.000Z",
                """
                "findings": [
                    {"severity": "error", "place": "a.xlsx › S › E12", "message": "It is no number."},
                    {"severity": "warning", "place": "a.xlsx › S › E13", "message": "It is never used."}]""");
        assertThat(run())
                .isEqualTo(
                        new Outcome(
                                2,
                                "It waits.\nThe dossier has no effect on recorded decisions: the draft cannot decide.\na.xlsx › S › E12: It is no number.\n"));
    }

    @Test
    void conditionsThatExcludeEachOtherAreRefused() {
        assertThat(run("--all", "--newest", "1000").text()).startsWith("--all and --newest exclude each other.\n");
        assertThat(run("--cancel", "--newest", "1000").text()).startsWith("--cancel orders nothing: leave out");
        assertThat(run("--cancel", "--all").exit()).isEqualTo(2);
        assertThat(run("--newest", "x").text())
                .startsWith("Invalid value for option '--newest': 'x' is not a whole number\n");
        assertThat(service.asked).isEmpty();
        run("--all", "--from", "2026-11-01");
        assertThat(service.asked).first().asString().contains("\"newest\" : \"all\"");
    }
}
