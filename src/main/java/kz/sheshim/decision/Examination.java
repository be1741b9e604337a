package kz.sheshim.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Field;
import kz.sheshim.facts.FieldPath;
import kz.sheshim.facts.Truth;
import kz.sheshim.ruleset.Plan;
import kz.sheshim.ruleset.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Gives;
import kz.sheshim.table.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Examines tables on the facts of one application, each when its results are first needed: asks the compiled rules what matches, applies the hit policy,
 * and states the facts that follow.
 */
final class Examination {
    private final Ruleset ruleset;
    private final Facts facts;
    private final RuleBase.Session session;
    private final Set<Plan.Step> done = new HashSet<>();
    private final List<Match> holding = new ArrayList<>();

    Examination(Ruleset ruleset, Facts facts, RuleBase.Session session) {
        this.ruleset = ruleset;
        this.facts = facts;
        this.session = session;
    }

    /** What holds or is open in the table, after its hit policy; first everything that it needs. */
    List<Match> examine(DecisionTable table) {
        Plan.Step step = new Plan.Step.Examine(table);
        done.add(step);
        prepare(step);
        List<Match> counted = new ArrayList<>();
        Map<Integer, List<Match>> byInstance = matches(table);
        byInstance.forEach((index, matches) -> counted.addAll(Hits.counted(table.hitPolicy(), matches)));
        counted.stream().filter(Match::holds).forEach(holding::add);
        return counted;
    }

    /** Makes the fact known as far as it can be. */
    Fact ensure(FactPath path) {
        ruleset.plan().givers(path.field()).forEach(this::run);
        return facts.get(path);
    }

    /** Every rule that held so far, in any table. */
    List<MatchedRule> matched() {
        return holding.stream()
                .sorted(Comparator.comparing((Match match) -> match.rule().id()).thenComparing(Match::index))
                .map(this::matched)
                .toList();
    }

    private MatchedRule matched(Match match) {
        SortedMap<String, @Nullable Object> values = new TreeMap<>();
        for (FactPath path : match.reads()) {
            values.put(
                    path.toString(), facts.get(path) instanceof Fact.Known known ? Values.json(known.value()) : null);
        }
        return new MatchedRule(match.rule().id(), values);
    }

    private void prepare(Plan.Step step) {
        for (Plan.Step need : ruleset.plan().needs(step)) {
            boolean givesFacts = !(need instanceof Plan.Step.Examine examine)
                    || examine.table().gives() == Gives.FACT;
            if (givesFacts) {
                run(need);
            }
        }
    }

    private void run(Plan.Step step) {
        if (!done.add(step)) {
            return;
        }
        prepare(step);
        if (step instanceof Plan.Step.Derive derive) {
            derive(derive.field());
        } else {
            giveFacts(((Plan.Step.Examine) step).table());
        }
    }

    private void giveFacts(DecisionTable table) {
        Map<Integer, List<Match>> byInstance = matches(table);
        for (FieldPath path : table.givenFields()) {
            Field field = field(path);
            facts.paths(path).forEach(fact -> {
                List<Match> counted = Hits.counted(table.hitPolicy(), byInstance.getOrDefault(fact.index(), List.of()));
                counted.stream().filter(Match::holds).forEach(holding::add);
                state(fact, Hits.fact(field, fact, counted));
            });
        }
    }

    private void derive(Field field) {
        Map<FactPath, Object> derived = session.derive(field);
        facts.paths(field.path()).forEach(path -> {
            SortedSet<FactPath> missing = new TreeSet<>();
            for (FieldPath source : field.derivedFrom()) {
                sources(path, source).forEach(each -> {
                    if (facts.get(each) instanceof Fact.Unknown unknown) {
                        missing.addAll(unknown.missing());
                    }
                });
            }
            Object value = derived.get(path);
            if (!missing.isEmpty()) {
                state(path, new Fact.Unknown(missing));
            } else {
                state(path, value == null ? field.ifAbsent().fact(path) : new Fact.Known(normal(value)));
            }
        });
    }

    /** Numbers as conditions compare them: whatever scale or width a rule file gave them. */
    private static Object normal(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    private List<FactPath> sources(FactPath derived, FieldPath source) {
        return source.entity().equals(derived.field().entity())
                ? List.of(new FactPath(source, derived.index()))
                : facts.paths(source).toList();
    }

    private void state(FactPath path, Fact fact) {
        facts.put(path, fact);
        session.update(path);
    }

    private Field field(FieldPath path) {
        return ruleset.vocabulary().field(path).orElseThrow();
    }

    /** The matches of a table for each instance, in the order of the rows. */
    private Map<Integer, List<Match>> matches(DecisionTable table) {
        Map<String, Rule> rules = new HashMap<>();
        Map<String, Integer> order = new HashMap<>();
        for (Rule rule : table.rules()) {
            order.put(rule.id().rule(), order.size());
            rules.put(rule.id().rule(), rule);
        }
        Map<Integer, List<Match>> byInstance = new TreeMap<>();
        for (RuleBase.Session.Candidate candidate : session.match(table)) {
            Rule rule = rules.get(candidate.rule());
            if (rule == null) {
                throw new IllegalStateException(
                        "the compiled rules know " + candidate.rule() + ", the table " + table.id() + " does not");
            }
            RowReading reading = RowReading.of(table, rule, facts, candidate.index());
            if (reading.truth() != (candidate.holds() ? Truth.TRUE : Truth.UNKNOWN)) {
                throw new IllegalStateException("the compiled rule " + rule.id() + " and its row disagree");
            }
            byInstance
                    .computeIfAbsent(candidate.index(), index -> new ArrayList<>())
                    .add(new Match(rule, candidate.index(), candidate.holds(), reading.reads(), reading.missing()));
        }
        byInstance
                .values()
                .forEach(matches -> matches.sort(Comparator.comparing(
                        match -> order.getOrDefault(match.rule().id().rule(), 0))));
        return byInstance;
    }
}
