package kz.sheshim.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Vocabulary;

/**
 * The order in which tables are evaluated and fields are derived: each after those whose results it reads. Nothing may need its own result.
 */
public final class Plan {

    /** Something that is done once for an application: evaluate a table, or derive a field. */
    public sealed interface Step {
        /** The fields that it reads. */
        Collection<FieldPath> reads();

        /** What it brings; a derived field is a fact. */
        ConclusionKind gives();

        /** Empty if it evaluates no table. */
        Optional<DecisionTable> evaluated();

        /** Evaluate a table. */
        record Evaluate(DecisionTable table) implements Step {
            @Override
            public Collection<FieldPath> reads() {
                return table.reads();
            }

            @Override
            public ConclusionKind gives() {
                return table.gives();
            }

            @Override
            public Optional<DecisionTable> evaluated() {
                return Optional.of(table);
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof Evaluate that && table.id().equals(that.table.id());
            }

            @Override
            public int hashCode() {
                return table.id().hashCode();
            }

            @Override
            public String toString() {
                return "table " + table.id();
            }
        }

        /** Derive a field from others. */
        record Derive(Field field) implements Step {
            @Override
            public Collection<FieldPath> reads() {
                return field.derivedFrom();
            }

            @Override
            public ConclusionKind gives() {
                return ConclusionKind.FACT;
            }

            @Override
            public Optional<DecisionTable> evaluated() {
                return Optional.empty();
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof Derive that && field.path().equals(that.field.path());
            }

            @Override
            public int hashCode() {
                return field.path().hashCode();
            }

            @Override
            public String toString() {
                return "field " + field.path();
            }
        }
    }

    /** When a table is evaluated: in its stage before the outcome is known, or afterwards. */
    private record Turn(Phase phase, int stage) implements Comparable<Turn> {
        private static final Comparator<Turn> ORDER =
                Comparator.comparing(Turn::phase).thenComparingInt(Turn::stage);

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }

    /** What is known when a table is evaluated. */
    public enum Phase {
        /** Grounds are looked for, stage by stage. */
        STAGES,
        /** The outcome is known; the tables of this phase give the term. */
        OUTCOME,
        /** The outcome and the term are known. */
        TERM
    }

    /**
     * A step in the order in which all of them can be taken.
     *
     * @param place its number in that order, from 0
     * @param phase the phase of the first table that needs its results
     * @param stage the stage of that table
     * @param neededAfterOutcome a table of a later phase needs its results
     */
    public record PlannedStep(Step step, int place, Phase phase, int stage, boolean neededAfterOutcome) {}

    private final Map<FieldPath, List<Step>> givers = new HashMap<>();
    private final Map<Step, List<Step>> needs = new HashMap<>();
    private final List<DecisionTable> verdictTables;
    private final Map<String, Turn> turns = new HashMap<>();
    private final List<PlannedStep> steps;
    private final Map<Step, PlannedStep> planned = new HashMap<>();

    /**
     * @throws Cycle if steps need each other's results
     */
    public Plan(Vocabulary vocabulary, Collection<DecisionTable> tables) throws Cycle {
        for (Field field : vocabulary.fields()) {
            if (field.derivation() != null) {
                givers.computeIfAbsent(field.path(), path -> new ArrayList<>()).add(new Step.Derive(field));
            }
        }
        for (DecisionTable table : tables) {
            for (FieldPath field : table.givenFields()) {
                givers.computeIfAbsent(field, path -> new ArrayList<>()).add(new Step.Evaluate(table));
            }
        }
        List<Step> steps = new ArrayList<>();
        tables.forEach(table -> steps.add(new Step.Evaluate(table)));
        vocabulary.fields().stream()
                .filter(field -> field.derivation() != null)
                .forEach(field -> steps.add(new Step.Derive(field)));
        for (Step step : steps) {
            Set<Step> given = new LinkedHashSet<>();
            for (FieldPath read : new TreeSet<>(step.reads())) {
                given.addAll(givers.getOrDefault(read, List.of()));
                if (VerdictFields.isOne(read)) {
                    steps.stream().filter(Plan::bringsGrounds).forEach(given::add);
                }
                if (read.equals(VerdictFields.CALENDAR_ENDS)) {
                    steps.stream().filter(Plan::bringsTerm).forEach(given::add);
                }
            }
            needs.put(step, List.copyOf(given));
        }
        Set<Step> clear = new HashSet<>();
        for (Step step : steps) {
            refuseCycles(step, new ArrayList<>(), clear);
        }
        int lastStage = tables.stream()
                        .map(DecisionTable::stage)
                        .filter(stage -> stage != null)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0)
                + 1;
        for (DecisionTable table : tables) {
            turns.put(table.id(), turnOf(table, lastStage));
        }
        verdictTables = tables.stream()
                .filter(table -> table.gives() != ConclusionKind.FACT)
                .sorted(Comparator.comparing(this::turn).thenComparing(DecisionTable::id))
                .toList();
        this.steps = new PlanOrder(this, steps).steps();
        this.steps.forEach(each -> planned.put(each.step(), each));
    }

    /** The plan of a ruleset, whose tables and fields form no cycle. */
    public static Plan of(Ruleset ruleset) {
        try {
            return new Plan(ruleset.vocabulary(), ruleset.tables());
        } catch (Cycle e) {
            throw new IllegalArgumentException("not readable: " + e.getMessage(), e);
        }
    }

    private static boolean bringsGrounds(Step step) {
        return step.gives() == ConclusionKind.GROUND;
    }

    private static boolean bringsTerm(Step step) {
        return step.gives() == ConclusionKind.TERM;
    }

    private void refuseCycles(Step step, List<Step> path, Set<Step> clear) throws Cycle {
        if (clear.contains(step)) {
            return;
        }
        int start = path.indexOf(step);
        if (start >= 0) {
            List<Step> cycle = new ArrayList<>(path.subList(start, path.size()));
            cycle.add(step);
            throw new Cycle(cycle);
        }
        path.add(step);
        for (Step need : needs(step)) {
            refuseCycles(need, path, clear);
        }
        path.remove(path.size() - 1);
        clear.add(step);
    }

    private Turn turnOf(DecisionTable table, int lastStage) {
        Set<FieldPath> all = new HashSet<>();
        collectReads(new Step.Evaluate(table), all);
        Integer stage = table.stage();
        return new Turn(phase(table, all), stage == null ? lastStage : stage);
    }

    private static Phase phase(DecisionTable table, Set<FieldPath> all) {
        if (table.gives() == ConclusionKind.TERM) {
            return Phase.OUTCOME;
        }
        return all.stream().anyMatch(VerdictFields::isOne) ? Phase.TERM : Phase.STAGES;
    }

    private void collectReads(Step step, Set<FieldPath> all) {
        all.addAll(step.reads());
        for (Step need : needs(step)) {
            if (!bringsGrounds(need) && !bringsTerm(need)) {
                collectReads(need, all);
            }
        }
    }

    /** The tables that conclude something for the verdict (not only facts), in the order of evaluation. */
    public List<DecisionTable> verdictTables() {
        return verdictTables;
    }

    private Turn turn(DecisionTable table) {
        Turn turn = turns.get(table.id());
        if (turn == null) {
            throw new IllegalArgumentException("not in the plan: " + table.id());
        }
        return turn;
    }

    /** The stage of a table before the outcome: as it says, or the one behind all that are said. */
    public int stage(DecisionTable table) {
        return turn(table).stage();
    }

    /** The phase of a table. */
    public Phase phase(DecisionTable table) {
        return turn(table).phase();
    }

    /** All steps, in an order in which each follows those that it needs; last those of fields that no table needs. */
    public List<PlannedStep> steps() {
        return steps;
    }

    /** A step in its place. */
    public PlannedStep planned(Step step) {
        PlannedStep found = planned.get(step);
        if (found == null) {
            throw new IllegalArgumentException("no table needs the " + step);
        }
        return found;
    }

    /** The steps whose results a step reads. */
    public List<Step> needs(Step step) {
        return needs.getOrDefault(step, List.of());
    }

    /** What gives the field: nothing for a field that the application says. */
    public List<Step> givers(FieldPath field) {
        return givers.getOrDefault(field, List.of());
    }

    /** Steps that need each other's results. */
    public static final class Cycle extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Step> steps;

        Cycle(List<Step> steps) {
            super(steps.toString());
            this.steps = List.copyOf(steps);
        }

        public List<Step> steps() {
            return steps;
        }
    }
}
