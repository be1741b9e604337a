package kz.sheshim.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.NoVerdict;
import kz.sheshim.engine.Reference;
import kz.sheshim.engine.Trace;
import kz.sheshim.engine.Trace.TracedRule;
import kz.sheshim.engine.Trace.TracedTable;
import kz.sheshim.facts.Truth;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.Derivation;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the one cell that, written otherwise, lets scenarios pass that fail, and none fail that passes: the first or last day of a rule, or an expression.
 * Each guess is tried by deciding the scenarios again in plain Java. Where two cells would do, nobody can say which of them is wrong.
 */
final class Repairs {
    /** Each try decides at least one scenario. */
    private static final int MAX_TRIES = 300;

    private final DecidingPolicy policy;
    private final List<Scenario> passing = new ArrayList<>();
    private int tries;

    Repairs(DecidingPolicy policy) {
        this.policy = policy;
    }

    void addPassing(Scenario scenario) {
        passing.add(scenario);
    }

    /**
     * The repair of a group of scenarios that fail for one reason.
     *
     * @param trace of the first of them
     */
    Optional<Repair> of(List<Scenario> failing, Trace trace) {
        List<Repair> found = new ArrayList<>();
        for (Repair guess : guesses(trace)) {
            boolean known = found.stream().anyMatch(guess::ofSameCell);
            if (!known && tries++ < MAX_TRIES && rights(guess, failing)) {
                found.add(guess);
            }
        }
        return found.size() == 1
                ? Optional.of(found.get(0))
                : found.stream()
                        .filter(repair -> found.size() == 2 && found.stream().anyMatch(repair::endsBefore))
                        .findFirst();
    }

    private boolean rights(Repair guess, List<Scenario> failing) {
        Reference reference = guess.reference().get();
        return Stream.of(failing, passing).flatMap(Collection::stream).allMatch(scenario -> isMet(scenario, reference));
    }

    static boolean isMet(Scenario scenario, Reference reference) {
        try {
            return scenario.isMetBy(reference.decide(scenario.facts()));
        } catch (NoVerdict none) {
            return false;
        }
    }

    private List<Repair> guesses(Trace trace) {
        List<Repair> guesses = new ArrayList<>();
        Set<RuleId> seen = new HashSet<>();
        for (TracedTable table : trace.tables()) {
            for (TracedRule traced : table.rules()) {
                if (traced.cells().stream().allMatch(Truth.TRUE::equals)
                        && seen.add(traced.rule().id())) {
                    guesses.addAll(ofDays(table.table(), traced));
                }
            }
        }
        ruleset().vocabulary().fields().stream()
                .filter(field -> field.derivation() instanceof Derivation.Computed)
                .forEach(field -> guesses.addAll(ofExpression(field, (Derivation.Computed) field.derivation())));
        return guesses;
    }

    private Ruleset ruleset() {
        return policy.ruleset();
    }

    /**
     * Until on the day before another rule begins, From on the day after another one ends; for a rule that would match on another day also the same day of the year before or after. A
     * rule that matches can only have been replaced by one with the same conditions.
     */
    private List<Repair> ofDays(DecisionTable table, TracedRule traced) {
        Rule rule = traced.rule();
        LocalDate from = rule.inForce().from();
        LocalDate until = rule.inForce().until();
        boolean matches = traced.inForce() == Truth.TRUE;
        Set<LocalDate> ends = new LinkedHashSet<>();
        Set<LocalDate> beginnings = new LinkedHashSet<>();
        for (Rule other : table.rules()) {
            if (!matches || other.conditions().equals(rule.conditions())) {
                if (other.inForce().from() != null) {
                    ends.add(other.inForce().from().minusDays(1));
                }
                if (other.inForce().until() != null) {
                    beginnings.add(other.inForce().until().plusDays(1));
                }
            }
        }
        if (until != null && !matches) {
            ends.addAll(List.of(until.plusYears(1), until.minusYears(1)));
        }
        if (from != null && !matches) {
            beginnings.addAll(List.of(from.plusYears(1), from.minusYears(1)));
        }
        List<Repair> repairs = new ArrayList<>();
        ends.forEach(day -> add(table, rule, Repair.UNTIL, until, day, new Period(from, day), repairs));
        beginnings.forEach(day -> add(table, rule, Repair.FROM, from, day, new Period(day, until), repairs));
        return repairs;
    }

    private void add(
            DecisionTable table,
            Rule rule,
            String column,
            @Nullable LocalDate given,
            LocalDate meant,
            Period period,
            List<Repair> repairs) {
        if (!meant.equals(given) && period.possible()) {
            Rule changed = new Rule(rule.id(), period, rule.conditions(), rule.conclusion(), rule.address());
            repairs.add(new Repair(
                    rule.address(),
                    rule.id().rule(),
                    column,
                    given == null ? "" : given.toString(),
                    meant.toString(),
                    others -> others.with(other(others, table).with(rule, changed)),
                    () -> policy.reference(table.with(rule, changed))));
        }
    }

    /** The table as it stands in a ruleset with other repairs. */
    private static DecisionTable other(Ruleset others, DecisionTable table) {
        return others.tables().stream()
                .filter(each -> each.id().equals(table.id()))
                .findFirst()
                .orElse(table);
    }

    private List<Repair> ofExpression(Field field, Derivation.Computed written) {
        return MisreadExpressions.of(written.expression()).stream()
                .map(meant -> {
                    Field changed = field.derivedBy(new Derivation.Computed(meant));
                    return new Repair(
                            Objects.requireNonNull(ruleset().derivations().get(field.path())),
                            null,
                            "Derived from",
                            written.toString(),
                            meant.toString(),
                            others -> others.with(others.vocabulary().with(changed)),
                            () -> policy.reference(ruleset().vocabulary().with(changed)));
                })
                .toList();
    }
}
