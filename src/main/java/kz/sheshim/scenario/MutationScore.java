package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.sheshim.engine.Evaluator;
import kz.sheshim.engine.RowRules;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;

/**
 * How many small mistakes in the tables the scenarios would notice: a mistake is noticed when a scenario that passes would fail with it. The mistakes are tried on the
 * rows in plain Java; nothing is compiled again.
 */
public record MutationScore(List<OfTable> tables) {

    /** How many mistakes were made in one table, and those that no scenario noticed. */
    public record OfTable(DecisionTable table, int mutants, List<Mutant> unnoticed) {
        public OfTable {
            unnoticed = List.copyOf(unnoticed);
        }

        public int noticed() {
            return mutants - unnoticed.size();
        }
    }

    /** A scenario that passes, and what derives its facts. */
    private record Witness(ScenarioRun.Result result, RuleBase rules) {
        boolean notices(Ruleset mistaken) {
            try {
                return !result.scenario()
                        .isMetBy(new Evaluator(mistaken, rules)
                                .evaluate(result.scenario().facts()));
            } catch (RulesConflict e) {
                return true;
            }
        }
    }

    public MutationScore {
        tables = List.copyOf(tables);
    }

    /**
     * Tries every mistake.
     *
     * @param rules the compiled rules of the ruleset
     * @param progress told after each table which part is done
     */
    public static MutationScore of(Ruleset ruleset, ScenarioRun run, RuleBase rules, Consumer<Double> progress) {
        List<Witness> witnesses = run.results().stream()
                .filter(ScenarioRun.Result::passes)
                .map(result -> new Witness(result, new RowRules(new DerivedOnce(rules))))
                .toList();
        List<OfTable> tables = new ArrayList<>();
        progress.accept(0.0);
        for (DecisionTable table : ruleset.tables()) {
            List<Mutant> mutants = Mutants.of(ruleset, table);
            List<Mutant> unnoticed = mutants.stream()
                    .filter(mutant -> !noticed(mutant, ruleset, witnesses))
                    .toList();
            tables.add(new OfTable(table, mutants.size(), unnoticed));
            progress.accept((double) tables.size() / ruleset.tables().size());
        }
        return new MutationScore(tables);
    }

    /** Those whose scenario matched the rule are asked first; a scenario that never examined the table notices nothing. */
    private static boolean noticed(Mutant mutant, Ruleset ruleset, List<Witness> witnesses) {
        Ruleset mistaken = ruleset.with(mutant.table());
        Stream<Witness> asked = witnesses.stream()
                .filter(witness ->
                        witness.result().examined().contains(mutant.table().id()))
                .sorted(Comparator.comparing(
                        witness -> !witness.result().matched().contains(mutant.rule())));
        return asked.anyMatch(witness -> witness.notices(mistaken));
    }

    public int mutants() {
        return tables.stream().mapToInt(OfTable::mutants).sum();
    }

    public int noticed() {
        return tables.stream().mapToInt(OfTable::noticed).sum();
    }
}
