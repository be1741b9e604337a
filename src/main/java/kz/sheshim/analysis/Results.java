package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.sheshim.facts.Truth;
import kz.sheshim.table.CellText;
import kz.sheshim.table.Citation;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What a table concludes in a case, in yes/no variables: its hit policy applied, with open rules (the same as the engine's). Two tables conclude the same in a case when all their results
 * do.
 */
final class Results {

    /** One thing that can be true of what a table concludes. */
    sealed interface Statement {

        /** A conclusion holds. */
        record Holds(Conclusion conclusion) implements Statement {}

        /** A conclusion could hold. */
        record Open(Conclusion conclusion) implements Statement {}

        /** The field that is given has this value; null: it has none. */
        record HasValue(@Nullable Object value) implements Statement {}

        /** The list that is given is known and includes the value. */
        record IncludesValue(Object value) implements Statement {}

        /** The list that is given is not known. */
        record NotKnown() implements Statement {}

        /** Rules contradict each other, so that nothing can be concluded. */
        record Contradiction() implements Statement {}
    }

    private final Propositions propositions;
    private final DecisionTable table;
    private final List<Integer> holding = new ArrayList<>();
    private final List<Integer> possible = new ArrayList<>();
    private final Map<Conclusion, Integer> holds = new LinkedHashMap<>();
    private final Map<Conclusion, Integer> open = new LinkedHashMap<>();
    private final Map<Statement, Integer> results = new LinkedHashMap<>();

    Results(Propositions propositions, CaseSpace space, DecisionTable table, Optional<Field> given) {
        this.propositions = propositions;
        this.table = table;
        for (Rule rule : table.rules()) {
            holding.add(literal(space.region(table, rule, Truth.TRUE)));
            possible.add(literal(space.region(table, rule, Truth.UNKNOWN)));
        }
        boolean first = table.hitPolicy() == HitPolicy.FIRST;
        List<Integer> firstHolding = first ? reached(holding) : List.of();
        List<Integer> firstPossible = first ? reached(possible) : List.of();
        for (Conclusion conclusion :
                table.rules().stream().map(Rule::conclusion).distinct().toList()) {
            if (first) {
                first(conclusion, firstHolding, firstPossible);
            } else {
                apply(conclusion);
            }
        }
        if (given.isPresent() && given.get().type().list()) {
            list();
        } else if (given.isPresent()) {
            single(given.get());
        } else {
            holds.forEach((conclusion, literal) -> results.put(new Statement.Holds(conclusion), literal));
            if (table.gives() == ConclusionKind.GROUND) {
                open.forEach((conclusion, literal) -> results.put(new Statement.Open(conclusion), literal));
            }
        }
        int conflict = conflict(given.isPresent() ? !given.get().type().list() : table.gives() == ConclusionKind.TERM);
        results.replaceAll((result, literal) -> propositions.all(literal, -conflict));
        results.put(new Statement.Contradiction(), conflict);
    }

    /** A literal that says: two rules hold where only one may, or give two values where there is only one. */
    private int conflict(boolean single) {
        return switch (table.hitPolicy()) {
            case UNIQUE -> two(holding);
            case COLLECT -> single ? two(List.copyOf(holds.values())) : propositions.never();
            case FIRST -> propositions.never();
        };
    }

    private int two(List<Integer> literals) {
        int one = propositions.never();
        int two = propositions.never();
        for (int literal : literals) {
            two = propositions.any(two, propositions.all(one, literal));
            one = propositions.any(one, literal);
        }
        return two;
    }

    private int literal(Optional<Region> region) {
        return region.map(propositions::define).orElse(propositions.never());
    }

    private int any(List<Integer> literals, Predicate<Conclusion> of) {
        List<Integer> chosen = new ArrayList<>();
        for (int rule = 0; rule < literals.size(); rule++) {
            if (of.test(table.rules().get(rule).conclusion())) {
                chosen.add(literals.get(rule));
            }
        }
        return propositions.anyOf(chosen);
    }

    /** UNIQUE and COLLECT, for the rules with one conclusion. */
    private void apply(Conclusion conclusion) {
        int rules = any(holding, conclusion::equals);
        int could = any(possible, conclusion::equals);
        boolean unique = table.hitPolicy() == HitPolicy.UNIQUE;
        put(conclusion, rules, propositions.all(could, -(unique ? any(holding, any -> true) : rules)));
    }

    /** The same behind other rules: when all that may come first conclude the same, it does not matter which one does. */
    private void first(Conclusion conclusion, List<Integer> firstHolding, List<Integer> firstPossible) {
        int others = any(firstPossible, other -> !other.sameAs(conclusion));
        int decided = propositions.all(any(firstHolding, conclusion::sameAs), -others);
        put(
                conclusion,
                propositions.all(any(firstHolding, conclusion::equals), -others),
                propositions.all(any(firstPossible, conclusion::equals), -decided));
    }

    /** For each rule: it does, and no rule before it holds. */
    private List<Integer> reached(List<Integer> literals) {
        List<Integer> reached = new ArrayList<>();
        int before = propositions.never();
        for (int rule = 0; rule < literals.size(); rule++) {
            reached.add(propositions.all(literals.get(rule), -before));
            before = propositions.any(before, holding.get(rule));
        }
        return reached;
    }

    private void put(Conclusion conclusion, int holdsLiteral, int openLiteral) {
        holds.put(conclusion, holdsLiteral);
        open.put(conclusion, openLiteral);
    }

    /** A field with one value is known when only one is possible: that of a rule, or what it is without one. */
    private void single(Field field) {
        Map<Optional<Object>, List<Integer>> values = new LinkedHashMap<>();
        holds.forEach((conclusion, literal) -> values.computeIfAbsent(value(conclusion), any -> new ArrayList<>())
                .addAll(List.of(literal, open.getOrDefault(conclusion, propositions.never()))));
        Optional<Object> without =
                field.ifAbsent() instanceof IfAbsent.Means means ? Optional.of(means.value()) : Optional.empty();
        values.computeIfAbsent(without, any -> new ArrayList<>()).add(-propositions.anyOf(List.copyOf(holds.values())));
        List<Integer> canBe = values.values().stream().map(propositions::anyOf).toList();
        int index = 0;
        for (Optional<Object> value : values.keySet()) {
            List<Integer> others = new ArrayList<>(canBe);
            int own = others.remove(index++);
            results.put(new Statement.HasValue(value.orElse(null)), propositions.all(own, -propositions.anyOf(others)));
        }
    }

    private static Optional<Object> value(Conclusion conclusion) {
        return Optional.of(((Conclusion.OfFact) conclusion).value());
    }

    /** A list is known when every value that is possible holds. */
    private void list() {
        Map<Object, List<Integer>> in = new LinkedHashMap<>();
        Map<Object, List<Integer>> perhaps = new LinkedHashMap<>();
        holds.forEach((conclusion, literal) -> {
            Object value = ((Conclusion.OfFact) conclusion).value();
            for (Object each : value instanceof List<?> values ? values : List.of(value)) {
                in.computeIfAbsent(each, any -> new ArrayList<>()).add(literal);
                perhaps.computeIfAbsent(each, any -> new ArrayList<>())
                        .add(open.getOrDefault(conclusion, propositions.never()));
            }
        });
        List<Integer> unknown = new ArrayList<>();
        in.forEach((value, literals) -> unknown.add(propositions.all(
                -propositions.anyOf(literals), propositions.anyOf(perhaps.getOrDefault(value, List.of())))));
        int isUnknown = propositions.anyOf(unknown);
        results.put(new Statement.NotKnown(), isUnknown);
        in.forEach((value, literals) -> results.put(
                new Statement.IncludesValue(value), propositions.all(propositions.anyOf(literals), -isUnknown)));
    }

    Map<Statement, Integer> results() {
        return results;
    }

    /** What is concluded in the case that was found. */
    Phrase found() {
        if (propositions.holds(results.getOrDefault(new Statement.Contradiction(), propositions.never()))) {
            return Phrase.of("conflict");
        }
        List<Phrase> sure = new ArrayList<>();
        List<Phrase> could = new ArrayList<>();
        boolean values = false;
        for (Map.Entry<Statement, Integer> result : results.entrySet()) {
            boolean is = propositions.holds(result.getValue());
            values |= result.getKey() instanceof Statement.HasValue;
            if (is && result.getKey() instanceof Statement.Open possibly) {
                could.add(text(possibly.conclusion()));
            } else if (is) {
                sure.add(text(result.getKey()));
            }
        }
        sure.sort(Comparator.comparing(Phrase::toString));
        could.sort(Comparator.comparing(Phrase::toString));
        if (sure.isEmpty() && values) {
            return Phrase.of("unknown");
        }
        if (!could.isEmpty()) {
            sure.add(Phrase.of("open: {0}", Phrase.joined(", ", could)));
        }
        return sure.isEmpty() ? Phrase.of("nothing") : Phrase.joined(", ", sure);
    }

    private static Phrase text(Statement result) {
        if (result instanceof Statement.Holds held) {
            return text(held.conclusion());
        }
        if (result instanceof Statement.HasValue known) {
            return known.value() == null ? Phrase.of("missing") : Phrase.of("{0}", CellText.value(known.value()));
        }
        return result instanceof Statement.IncludesValue includes
                ? Phrase.of("{0}", CellText.value(includes.value()))
                : Phrase.of("unknown");
    }

    private static Phrase text(Conclusion conclusion) {
        return conclusion.citations().isEmpty()
                ? conclusion.phrase()
                : Phrase.of(
                        "{0} ({1})",
                        conclusion.text(),
                        conclusion.citations().stream().map(Citation::text).collect(Collectors.joining("; ")));
    }
}
