package kz.sheshim.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.engine.Reference;
import kz.sheshim.engine.Trace;
import kz.sheshim.engine.Trace.TracedRule;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Truth;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.scenario.CellAgainstScenarios;
import kz.sheshim.finding.scenario.NobodyGives;
import kz.sheshim.finding.scenario.ScenarioFails;
import kz.sheshim.finding.scenario.ScenariosFail;
import kz.sheshim.finding.scenario.ScenariosFail.Reason;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Phrase;

/**
 * Groups scenarios that fail by their likely cause: what stands in the way of many of them, and of few that pass (Ochiai's measure from fault
 * localisation). Of two equal suspects, the one that is further from the verdict is the cause, and the other follows from it.
 */
final class Causes {
    /** How much less likely a cause may be than what follows from it, which can be told from more scenarios that pass. */
    private static final double NEARLY = 0.8;

    /** What a cause follows from is told if it is this likely itself. */
    private static final double LIKELY = 0.5;

    /** What no rule gives is always a cause; others have a likelihood of 1 at most. */
    private static final double CERTAIN = 2;

    private record Failing(Scenario scenario, List<Finding> failures, Suspects suspects, Trace trace) {}

    private final Ruleset ruleset;
    private final Repairs repairs;
    private final Map<Suspect, Integer> passing = new HashMap<>();
    private final List<Failing> failing = new ArrayList<>();
    private final List<Scenario> passed = new ArrayList<>();
    private Ruleset repaired;

    /** @param repairs knows all scenarios that pass before the findings are asked for */
    Causes(Ruleset ruleset, Repairs repairs) {
        this.ruleset = ruleset;
        this.repairs = repairs;
        repaired = ruleset;
    }

    void add(ScenarioRun.Result result, Trace trace) {
        if (result.passes()) {
            passed.add(result.scenario());
            Suspects.seen(trace).forEach(suspect -> passing.merge(suspect, 1, Integer::sum));
        } else {
            failing.add(new Failing(
                    result.scenario(), result.failures(), Suspects.of(result.scenario(), trace, ruleset), trace));
        }
    }

    /** One finding for all scenarios with one cause; the findings of a scenario that fails alone, or for which nothing explains it. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<Failing> left = new ArrayList<>(failing);
        while (!left.isEmpty()) {
            Optional<Suspect> cause = likeliest(left, 2);
            List<Failing> group = new ArrayList<>(left.stream()
                    .filter(each ->
                            cause.isPresent() && each.suspects().depths().containsKey(cause.get()))
                    .toList());
            cause.map(Suspect::lost).ifPresent(fact -> addSaying(fact, left, group));
            List<Failing> told = group.isEmpty() ? List.of(left.get(0)) : group;
            List<Failing> righted = repair(told, left, findings);
            if (righted.isEmpty()) {
                findings.addAll(group.isEmpty() ? alone(left.get(0)) : List.of(finding(cause.orElseThrow(), group)));
                left.removeAll(told);
            } else {
                left.removeAll(righted);
            }
        }
        return findings;
    }

    /** Scenarios that say a fact which no rule reads, and otherwise than most that pass, probably fail by it too. */
    private void addSaying(String fact, List<Failing> left, List<Failing> group) {
        Optional<FieldPath> field = FieldPath.parse(fact)
                .filter(path -> ruleset.vocabulary().field(path).isPresent())
                .filter(path -> !ruleset.vocabulary().many(path));
        if (field.isPresent()) {
            FactPath path = new FactPath(field.get(), FactPath.ONCE);
            Map<Fact, Long> said = passed.stream()
                    .map(scenario -> scenario.facts().get(path))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            Optional<Fact> usual =
                    said.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
            left.stream()
                    .filter(each -> !group.contains(each))
                    .filter(each -> each.scenario().facts().get(path) instanceof Fact.Known known
                            && !usual.equals(Optional.of(known)))
                    .forEach(group::add);
        }
    }

    /** The rules with the cells that scenarios show to be wrong written otherwise, once the findings were asked for. */
    Ruleset repaired() {
        return repaired;
    }

    /** Tells the one cell that the group fails by, if there is one. @return all scenarios that fail by it */
    private List<Failing> repair(List<Failing> group, List<Failing> left, List<Finding> findings) {
        Optional<Repair> found = repairs.of(
                group.stream().map(Failing::scenario).toList(), group.get(0).trace());
        if (found.isEmpty()) {
            return List.of();
        }
        Repair repair = found.get();
        Reference reference = repair.reference().get();
        List<Failing> righted = left.stream()
                .filter(each -> group.contains(each) || Repairs.isMet(each.scenario(), reference))
                .toList();
        repaired = repair.change().apply(repaired);
        findings.add(new Finding(
                repair.at(),
                repair.rule(),
                new CellAgainstScenarios(
                        repair.column(),
                        repair.given(),
                        repair.meant(),
                        righted.stream().map(each -> each.scenario().id()).toList(),
                        failure(righted.get(0)).defect().wrong())));
        return righted;
    }

    /** What is told of a scenario that fails alone: what does not follow from something else that is told. The first failure says the likely cause. */
    private List<Finding> alone(Failing failing) {
        List<Finding> told = new ArrayList<>(Stream.of(VerdictPart.GROUNDS, VerdictPart.MISSING, VerdictPart.OUTCOME)
                .map(part -> failures(failing, part))
                .filter(failures -> !failures.isEmpty())
                .findFirst()
                .orElse(failing.failures()));
        if (!failures(failing, VerdictPart.DUE).isEmpty()) {
            told.removeAll(failures(failing, VerdictPart.NOTICES)); // a notice can say that the calendar ends before
        }
        likeliest(List.of(failing), 1)
                .map(suspect -> cause(suspect, List.of(failing)))
                .ifPresent(cause -> told.replaceAll(
                        failure -> failure.equals(failure(failing)) && failure.defect() instanceof ScenarioFails fails
                                ? Finding.at(failure.address(), fails.because(cause))
                                : failure));
        return told;
    }

    private static List<Finding> failures(Failing failing, VerdictPart part) {
        return failing.failures().stream()
                .filter(failure -> failure.defect() instanceof ScenarioFails fails
                        && fails.what().equals(part.text()))
                .toList();
    }

    private Phrase cause(Suspect suspect, List<Failing> group) {
        RuleId rule = suspect.rule();
        List<Phrase> told = new ArrayList<>();
        if (rule == null) {
            told.add(Phrase.of("No rule of {0} matches.", table(suspect).address()));
        } else {
            told.add(
                    suspect.open()
                            ? Phrase.of("Rule {0} is open ({1}).", rule.rule(), ruleset.address(rule))
                            : Phrase.of("Rule {0} matches ({1}).", rule.rule(), ruleset.address(rule)));
        }
        told.addAll(further(suspect, group));
        return Phrase.joined(" ", told);
    }

    /** The fact that an open rule waits for; the rule that is nearest to matching, and the table in which none matches and whose field is read. */
    private List<Phrase> further(Suspect suspect, List<Failing> group) {
        if (suspect.open()) {
            return List.of(Phrase.of(
                    "It waits for {0}, which is not said.",
                    group.get(0).suspects().notKnown(suspect)));
        }
        return Stream.concat(
                        suspect.rule() != null
                                ? Stream.empty()
                                : nearest(table(suspect).id(), group).stream(),
                        upstream(suspect, group).stream())
                .toList();
    }

    /** @param least how many scenarios must have it, unless no rule gives what they expect */
    private Optional<Suspect> likeliest(List<Failing> left, int least) {
        Map<Suspect, Integer> counts = new LinkedHashMap<>();
        Map<Suspect, Integer> depths = new HashMap<>();
        for (Failing each : left) {
            each.suspects().depths().forEach((suspect, depth) -> {
                counts.merge(suspect, 1, Integer::sum);
                depths.merge(suspect, depth, Math::max);
            });
        }
        return counts.keySet().stream()
                .filter(suspect -> suspect.lost() != null || counts.getOrDefault(suspect, 0) >= least)
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

    private double likelihood(Suspect suspect, List<Failing> all) {
        long count = all.stream()
                .filter(each -> each.suspects().depths().containsKey(suspect))
                .count();
        return likelihood(suspect, (int) count, all.size());
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
                .filter(other -> likelihood(other, left) >= least)
                .max(Comparator.comparingDouble(other -> likelihood(other, left)))
                .map(further -> furthest(further, left))
                .orElse(likeliest);
    }

    private Finding finding(Suspect cause, List<Failing> group) {
        List<String> scenarios =
                group.stream().map(each -> each.scenario().id()).toList();
        if (cause.lost() != null) {
            Failing first = group.get(0);
            return Finding.at(
                    failure(first).address(),
                    new NobodyGives(
                            first.suspects().part(),
                            cause.lost(),
                            first.suspects().part().equals(VerdictPart.MISSING.text()),
                            scenarios));
        }
        DecisionTable table = table(cause);
        RuleId rule = cause.rule();
        ScenariosFail defect = new ScenariosFail(
                scenarios,
                rule == null ? Reason.NO_RULE_MATCHES : cause.open() ? Reason.RULE_IS_OPEN : Reason.RULE_MATCHES,
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
                .filter(other -> likelihood(other, group.size(), group.size()) >= LIKELY)
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

    /** The rule that in each scenario fails by one cell alone: the latest that had begun. */
    private static Optional<Phrase> nearest(String table, List<Failing> group) {
        return group.get(0).suspects().nearest(table).stream()
                .filter(rule -> group.stream().allMatch(each -> each.suspects().nearest(table).stream()
                        .anyMatch(other -> told(other).equals(told(rule)))))
                .min(Comparator.comparing(Causes::notBegun)
                        .thenComparing(Causes::from, Comparator.reverseOrder())
                        .thenComparing(rule -> rule.rule().id().rule()))
                .map(Causes::told);
    }

    private static boolean notBegun(TracedRule rule) {
        return rule.inForce() != Truth.TRUE && rule.rule().inForce().until() == null;
    }

    private static LocalDate from(TracedRule rule) {
        return Objects.requireNonNullElse(rule.rule().inForce().from(), LocalDate.MIN);
    }

    private static Phrase told(TracedRule rule) {
        return Phrase.of("Rule {0} would match but for {1}.", rule.rule().id().rule(), Suspects.missing(rule));
    }
}
