package kz.sheshim.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.scenario.MutationScore;
import kz.sheshim.scenario.ScenarioRun;
import org.jspecify.annotations.Nullable;

/**
 * How the worked examples of a draft came out.
 *
 * @param failing their ids
 * @param before what those of the base exercise; null: the base was not compared
 * @param mistakes null: none were made
 */
public record ScenarioCounts(
        long total, List<String> failing, Coverage after, @Nullable Coverage before, @Nullable Mistakes mistakes) {

    /** How many rules scenarios exercise, and how many cells decide in one. */
    public record Coverage(long rules, long coveredRules, long cells, long decisiveCells) {
        private static Coverage of(JsonMembers json) {
            return new Coverage(
                    json.number("rules"),
                    json.number("coveredRules"),
                    json.number("cells"),
                    json.number("decisiveCells"));
        }
    }

    /** Small mistakes that were made in the tables, one at a time, and how many of them scenarios notice. @param untried for want of time */
    public record Mistakes(long made, long noticed, long untried) {}

    static ScenarioCounts of(JsonMembers json) {
        return new ScenarioCounts(
                json.number("total"),
                json.texts("failing"),
                Coverage.of(json),
                json.object("before").map(Coverage::of).orElse(null),
                json.has("mistakes")
                        ? new Mistakes(
                                json.number("mistakes"), json.number("noticedMistakes"), json.number("untriedMistakes"))
                        : null);
    }

    static Map<String, Object> json(ScenarioRun run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", run.results().size());
        json.put(
                "failing",
                run.results().stream()
                        .filter(result -> !result.passes())
                        .map(result -> result.scenario().id())
                        .toList());
        json.put("rules", run.coverage().rules());
        json.put("coveredRules", run.coverage().covered());
        json.put("cells", run.coverage().cells());
        json.put("decisiveCells", run.coverage().decisive());
        return json;
    }

    static Map<String, Object> json(MutationScore score) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mistakes", score.mutants());
        json.put("noticedMistakes", score.noticed());
        json.put("untriedMistakes", score.untried());
        return json;
    }

    static Map<String, Object> jsonOfBase(ScenarioRun run) {
        return Map.of("before", json(run));
    }
}
