package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.NoVerdict;
import kz.sheshim.engine.Reference;
import kz.sheshim.table.DecisionTable;

/**
 * How many small mistakes in the tables the scenarios would notice: a mistake is noticed when a scenario that passes would fail with it. The mistakes are tried on the
 * rows in plain Java; nothing is compiled again.
 *
 * @param untried number of mistakes that were not tried, because it was enough
 */
public record MutationScore(List<OfTable> tables, int untried) {

    /** How many mistakes were made in one table, and those that no scenario noticed. */
    public record OfTable(DecisionTable table, int mutants, List<Mutant> unnoticed) {
        public OfTable {
            unnoticed = List.copyOf(unnoticed);
        }

        public int noticed() {
            return mutants - unnoticed.size();
        }
    }

    public MutationScore {
        tables = List.copyOf(tables);
    }

    /**
     * Tries every mistake.
     *
     * @param policy the policy without mistakes, by which the scenarios were run
     * @param progress told after each table which part is done, from 0 to 1
     */
    public static MutationScore of(ScenarioRun run, DecidingPolicy policy, Consumer<Double> progress) {
        return of(run, policy, progress, () -> false);
    }

    /** The same, until it is enough. */
    public static MutationScore of(
            ScenarioRun run, DecidingPolicy policy, Consumer<Double> progress, BooleanSupplier enough) {
        List<ScenarioRun.Result> passing =
                run.results().stream().filter(ScenarioRun.Result::passes).toList();
        List<OfTable> tables = new ArrayList<>();
        int untried = 0;
        progress.accept(0.0);
        for (DecisionTable table : policy.ruleset().tables()) {
            List<Mutant> unnoticed = new ArrayList<>();
            int tried = 0;
            for (Mutant mutant : Mutants.of(policy.ruleset(), table)) {
                if (enough.getAsBoolean()) {
                    untried++;
                    continue;
                }
                tried++;
                if (!noticed(mutant, policy, passing)) {
                    unnoticed.add(mutant);
                }
            }
            tables.add(new OfTable(table, tried, unnoticed));
            progress.accept((double) tables.size() / policy.ruleset().tables().size());
        }
        return new MutationScore(tables, untried);
    }

    /** Scenarios that matched the rule are asked first; a scenario that never evaluated the table notices nothing. */
    private static boolean noticed(Mutant mutant, DecidingPolicy policy, List<ScenarioRun.Result> passing) {
        Reference mistaken = policy.reference(mutant.table());
        return passing.stream()
                .filter(result -> result.evaluated().contains(mutant.table().id()))
                .sorted(Comparator.comparing(result -> !result.matched().contains(mutant.rule())))
                .anyMatch(result -> notices(result.scenario(), mistaken));
    }

    private static boolean notices(Scenario scenario, Reference mistaken) {
        try {
            return !scenario.isMetBy(mistaken.decide(scenario.facts()));
        } catch (NoVerdict e) {
            return true;
        }
    }

    public int mutants() {
        return tables.stream().mapToInt(OfTable::mutants).sum();
    }

    public int noticed() {
        return tables.stream().mapToInt(OfTable::noticed).sum();
    }
}
