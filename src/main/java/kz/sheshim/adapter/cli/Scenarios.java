package kz.sheshim.adapter.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.scenario.Coverage;
import kz.sheshim.scenario.MutationScore;
import kz.sheshim.scenario.ScenarioRun;
import org.jspecify.annotations.Nullable;

/** Writes the results of scenarios: for programs, and in one line for people. */
final class Scenarios {
    private Scenarios() {}

    static String summary(ScenarioRun run) {
        long passed = run.passed();
        int all = run.results().size();
        return (passed == all ? all + " scenarios pass" : all - passed + " of " + all + " scenarios fail") + ", "
                + run.coverage().covered() + " of " + run.coverage().rules() + " rules covered";
    }

    static Map<String, @Nullable Object> json(ScenarioRun run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("scenarios", run.results().size());
        json.put("passed", run.passed());
        json.put("rules", run.coverage().rules());
        json.put("covered", run.coverage().covered());
        json.put("cells", run.coverage().cells());
        json.put("decisive", run.coverage().decisive());
        return json;
    }

    static List<Map<String, @Nullable Object>> json(List<ScenarioRun.Result> results) {
        return results.stream()
                .map(result -> {
                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                    json.put("scenario", result.scenario().id());
                    json.put("shows", result.scenario().shows());
                    json.put("passes", result.passes());
                    json.put(
                            "matched",
                            result.matched().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .toList());
                    json.put("findings", Findings.json(result.failures()));
                    return json;
                })
                .toList();
    }

    static Map<String, @Nullable Object> json(Coverage.TableCoverage coverage) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("table", coverage.table().id());
        json.put("rules", coverage.table().rules().size());
        json.put("cells", coverage.cells());
        json.put(
                "uncovered",
                coverage.uncovered().stream().map(rule -> rule.id().rule()).toList());
        json.put(
                "undecided",
                coverage.undecided().stream()
                        .map(cell -> Map.of(
                                "rule", cell.rule().rule(), "field", cell.field(), "condition", cell.condition()))
                        .toList());
        return json;
    }

    static Map<String, @Nullable Object> json(MutationScore.OfTable score) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("table", score.table().id());
        json.put("mutants", score.mutants());
        json.put("noticed", score.noticed());
        json.put(
                "unnoticed",
                score.unnoticed().stream()
                        .map(mutant ->
                                Map.of("rule", mutant.rule().rule(), "cell", mutant.cell(), "change", mutant.change()))
                        .toList());
        return json;
    }
}
