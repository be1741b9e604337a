package kz.sheshim.adapter.http.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Draft;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.scenario.StandingScenario;
import kz.sheshim.scenario.VerdictPart;
import kz.sheshim.verdict.Verdict;

/**
 * The form.
 *
 * @param place the workbook and the sheet
 * @param asIn the scenario whose facts it takes over; empty: none
 * @param leftOut the facts that no sheet has a column for
 * @param corrects whether the scenario stands there already
 * @param undecided whether the rules give no verdict
 * @param tryable whether its facts can be changed where cases are tried
 * @param saveable whether it can be saved
 */
public record ScenarioForm(
        String place,
        String asIn,
        List<Said> facts,
        List<String> leftOut,
        List<Expectation> expected,
        String id,
        String shows,
        String title,
        String draft,
        List<Draft> drafts,
        boolean corrects,
        boolean undecided,
        boolean tryable,
        boolean saveable) {

    /** A fact that the scenario writes. */
    public record Said(String label, String text) {}

    /**
     * What is expected of a part of the verdict.
     *
     * @param differs whether a scenario that stands there expects otherwise than the rules give
     * @param before what it expects
     * @param given what the rules give
     */
    public record Expectation(String name, String heading, String text, boolean differs, String before, String given) {}

    /** Whether the rules give something else than it expects. */
    public boolean differs() {
        return expected.stream().anyMatch(Expectation::differs);
    }

    static List<Expectation> expectations(
            Map<VerdictPart, String> headings, Optional<Verdict> verdict, MultivaluedMap<String, String> typed) {
        List<Expectation> all = new ArrayList<>();
        headings.forEach((part, heading) -> all.add(new Expectation(
                ScenarioPages.OWN + part.text(),
                heading,
                verdict.map(part::cell).orElse(ScenarioPages.own(typed, part.text())),
                false,
                "",
                "")));
        return all;
    }

    /** What it expects now, and, where the rules give something else, that. */
    static List<Expectation> expectations(
            StandingScenario standing,
            Ruleset ruleset,
            Optional<Verdict> verdict,
            boolean decided,
            MultivaluedMap<String, String> typed) {
        List<Expectation> all = new ArrayList<>();
        standing.parts(ruleset).forEach((part, heading) -> {
            String now = standing.expects(part, ruleset);
            Optional<String> given =
                    verdict.filter(each -> !standing.isMetBy(each, part)).map(part::cell);
            all.add(new Expectation(
                    ScenarioPages.OWN + part.text(),
                    heading,
                    decided ? given.orElse(now) : ScenarioPages.own(typed, part.text()),
                    given.isPresent(),
                    now,
                    given.orElse("")));
        });
        return all;
    }

    static String freeId(List<Scenario> known) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "tried-" + number)
                .filter(id -> known.stream().noneMatch(scenario -> scenario.id().equals(id)))
                .findFirst()
                .orElseThrow();
    }
}
