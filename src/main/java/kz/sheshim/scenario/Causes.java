package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.engine.Trace;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.scenario.NobodyGives;
import kz.sheshim.finding.scenario.ScenarioFails;
import kz.sheshim.finding.scenario.ScenariosFail;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.Phrase;

/**
 * Groups scenarios that fail by their likely cause: what stands in the way of many of them, and of few that pass (Ochiai's measure from fault
 * localisation). Of two equal suspects, the one that is further from the verdict is the cause, and the other follows from it.
 */
final class Causes {
    /** How much less likely a cause may be than what follows from it, which can be told from more scenarios that pass. */
    private static final double NEARLY = 0.8;

    /** What no rule gives is always a cause; others have a likelihood of 1 at most. */
    private static final double CERTAIN = 2;

    private record Failing(Scenario scenario, List<Finding> failures, Suspects suspects) {}

    private final Ruleset ruleset;
    private final Map<Suspect, Integer> passing = new HashMap<>();
    private final List<Failing> failing = new ArrayList<>();

    Causes(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    void add(ScenarioRun.Result result, Trace trace) {
        if (result.passes()) {
            Suspects.seen(trace).forEach(suspect -> passing.merge(suspect, 1, Integer::sum));
        } else {
            failing.add(
                    new Failing(result.scenario(), result.failures(), Suspects.of(result.scenario(), trace, ruleset)));
        }
    }

    /** One finding for all scenarios with one cause; the findings of a scenario that fails alone, or for which nothing explains it. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<Failing> left = new ArrayList<>(failing);
        while (!left.isEmpty()) {
            Optional<Suspect> cause = likeliest(left);
            List<Failing> group = left.stream()
                    .filter(each ->
                            cause.isPresent() && each.suspects().depths().containsKey(cause.get()))
                    .toList();
            if (group.isEmpty() || group.size() == 1 && cause.get().lost() == null) {
                left.forEach(each -> findings.addAll(alone(each)));
                return findings;
            }
            findings.add(finding(cause.get(), group));
            left.removeAll(group);
        }
        return findings;
    }

    /** What is told of a scenario that fails alone: where grounds or missing facts fail, the rest follows from them. The first failure says the likely cause. */
    private List<Finding> alone(Failing failing) {
        List<Finding> told = new ArrayList<>(Stream.of(VerdictPart.GROUNDS, VerdictPart.MISSING)
                .map(part -> failing.failures().stream()
                        .filter(failure -> failure.defect() instanceof ScenarioFails fails
                                && fails.what().equals(part.text()))
                        .toList())
                .filter(failures -> !failures.isEmpty())
                .findFirst()
                .orElse(failing.failures()));
        likeliest(List.of(failing))
                .map(suspect -> cause(suspect, List.of(failing)))
                .ifPresent(cause -> told.replaceAll(
                        failure -> failure.equals(failure(failing)) && failure.defect() instanceof ScenarioFails fails
                                ? Finding.at(failure.address(), fails.because(cause))
                                : failure));
        return told;
    }

    private Phrase cause(Suspect suspect, List<Failing> group) {
        RuleId rule = suspect.rule();
        List<Phrase> told = new ArrayList<>();
        told.add(
                rule != null
                        ? Phrase.of("Rule {0} matches ({1}).", rule.rule(), ruleset.address(rule))
                        : Phrase.of("No rule of {0} matches.", table(suspect).address()));
        told.addAll(further(suspect, group));
        return Phrase.joined(" ", told);
    }

    /** The rule that is nearest to matching, and the table in which none matches and whose field is read. */
    private List<Phrase> further(Suspect suspect, List<Failing> group) {
        return Stream.concat(
                        suspect.rule() != null
                                ? Stream.empty()
                                : nearest(table(suspect).id(), group).stream(),
                        upstream(suspect, group).stream())
                .toList();
    }

    private Optional<Suspect> likeliest(List<Failing> left) {
        Map<Suspect, Integer> counts = new LinkedHashMap<>();
        Map<Suspect, Integer> depths = new HashMap<>();
        for (Failing each : left) {
            each.suspects().depths().forEach((suspect, depth) -> {
                counts.merge(suspect, 1, Integer::sum);
                depths.merge(suspect, depth, Math::max);
            });
        }
        return counts.keySet().stream()
                .max(Comparator.<Suspect>comparingDouble(
                                suspect -> likelihood(suspect, counts.getOrDefault(suspect, 0), left.size()))
                        .thenComparing(suspect -> depths.getOrDefault(suspect, 0)))
                .map(likeliest -> furthest(likeliest, left));
    }

    private double likelihood(Suspect suspect, int count, int all) {
        return suspect.lost() != null
                ? CERTAIN
                : count / Math.sqrt((double) all * (count + passing.getOrDefault(suspect, 0)));
    }

    /** What the suspect follows from in all scenarios that have it, if that is hardly less likely. */
    private Suspect furthest(Suspect likeliest, List<Failing> left) {
        if (likeliest.lost() != null) {
            return likeliest;
        }
        List<Map<Suspect, Integer>> having = left.stream()
                .map(each -> each.suspects().depths())
                .filter(suspects -> suspects.containsKey(likeliest))
                .toList();
        double least = NEARLY * likelihood(likeliest, having.size(), left.size());
        int depth = having.get(0).getOrDefault(likeliest, 0);
        return having.get(0).entrySet().stream()
                .filter(other -> other.getValue() > depth)
                .map(Map.Entry::getKey)
                .filter(other -> having.stream().allMatch(suspects -> suspects.containsKey(other)))
                .filter(other -> likelihood(other, having.size(), left.size()) >= least)
                .max(Comparator.comparingDouble(other -> likelihood(other, having.size(), left.size())))
                .map(further -> furthest(further, left))
                .orElse(likeliest);
    }

    private Finding finding(Suspect cause, List<Failing> group) {
        List<String> scenarios =
                group.stream().map(each -> each.scenario().id()).toList();
        if (cause.lost() != null) {
            Failing first = group.get(0);
            return Finding.at(
                    failure(first).address(), new NobodyGives(first.suspects().part(), cause.lost(), scenarios));
        }
        DecisionTable table = table(cause);
        RuleId rule = cause.rule();
        ScenariosFail defect = new ScenariosFail(
                scenarios,
                rule != null,
                further(cause, group),
                failure(group.get(0)).defect().wrong());
        return rule == null
                ? Finding.at(table.address(), defect)
                : new Finding(ruleset.address(rule), rule.rule(), defect);
    }

    private DecisionTable table(Suspect suspect) {
        return ruleset.tables().stream()
                .filter(each -> each.id().equals(suspect.table()))
                .findFirst()
                .orElseThrow();
    }

    /** The table in which, in each scenario, no rule matches, and whose field the cause reads. */
    private Optional<Phrase> upstream(Suspect cause, List<Failing> group) {
        Map<Suspect, Integer> first = group.get(0).suspects().depths();
        return first.keySet().stream()
                .filter(other -> other.rule() == null && other.lost() == null)
                .filter(other -> first.getOrDefault(other, 0) == first.getOrDefault(cause, 0) + 1)
                .filter(other ->
                        group.stream().allMatch(each -> each.suspects().depths().containsKey(other)))
                .max(Comparator.comparingDouble(other -> likelihood(other, group.size(), group.size())))
                .map(other -> Phrase.of(
                        "It reads what {0} gives, and no rule there matches.",
                        table(other).address()));
    }

    /** The failure that the suspects explain. */
    private static Finding failure(Failing failing) {
        return failing.failures().stream()
                .filter(failure -> failure.defect() instanceof ScenarioFails fails
                        && fails.what().equals(failing.suspects().part()))
                .findFirst()
                .orElse(failing.failures().get(0));
    }

    /** The rule that in each scenario fails by one cell alone. */
    private static Optional<Phrase> nearest(String table, List<Failing> group) {
        Map<Phrase, Long> near = group.stream()
                .flatMap(each -> each.suspects().nearest(table).stream()
                        .map(rule -> Phrase.of(
                                "Rule {0} would match but for {1}.",
                                Suspects.id(rule).rule(), Suspects.missing(rule)))
                        .distinct())
                .collect(Collectors.groupingBy(phrase -> phrase, Collectors.counting()));
        return near.entrySet().stream()
                .filter(phrase -> phrase.getValue() == group.size())
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(Phrase::toString));
    }
}
