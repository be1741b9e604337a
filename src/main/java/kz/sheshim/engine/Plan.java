package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Vocabulary;

/**
 * Who needs whose results. What a table reads is given by other tables and by rules/*.drl, which read in their turn; nothing may need its
 * own result.
 */
public final class Plan {

    /** What gives derived fields: a table, or the derivation of one field. */
    public sealed interface Step {
        /** Examine a table. */
        record Examine(DecisionTable table) implements Step {
            @Override
            public boolean equals(Object other) {
                return other instanceof Examine that && table.id().equals(that.table.id());
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

    /** When a table is examined: in its stage before the outcome is known, or afterwards. */
    private record Turn(Moment moment, int stage) implements Comparable<Turn> {
        private static final Comparator<Turn> ORDER =
                Comparator.comparing(Turn::moment).thenComparingInt(Turn::stage);

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }

    /** What must be known before a table is examined. */
    public enum Moment {
        /** Nothing: the table is examined in its stage. */
        STAGES,
        /** The outcome; these tables give the term. */
        OUTCOME,
        /** The outcome and the term. */
        TERM
    }

    /**
     * A step in the order in which all of them can be taken.
     *
     * @param place its number in that order
     * @param moment when the first table that needs its results is examined
     * @param stage the stage of that table
     * @param laterToo a table that waits for the outcome needs its results
     */
    public record Planned(Step step, int place, Moment moment, int stage, boolean laterToo) {}

    /**
     * Steps that follow each other: one field that rules/*.drl derive, or any number of tables and other derived fields.
     *
     * @param number its place among the parts
     * @param hasTables one of its steps is a table
     */
    public record Part(int number, boolean hasTables, List<Planned> steps) {
        public Part {
            steps = List.copyOf(steps);
        }

        Part(int number, List<Planned> steps) {
            this(number, steps.stream().anyMatch(planned -> planned.step() instanceof Step.Examine), steps);
        }
    }

    private final Map<FieldPath, List<Step>> givers = new HashMap<>();
    private final Map<Step, List<Step>> needs = new HashMap<>();
    private final List<DecisionTable> examined;
    private final Map<String, Turn> turns = new HashMap<>();
    private final List<Part> parts;
    private final List<Planned> order;
    private final Map<Step, Planned> planned = new HashMap<>();

    /**
     * @throws Cycle if steps need each other's results
     */
    public Plan(Vocabulary vocabulary, Collection<DecisionTable> tables) throws Cycle {
        for (Field field : vocabulary.fields()) {
            if (!field.derivedFrom().isEmpty()) {
                givers.computeIfAbsent(field.path(), path -> new ArrayList<>()).add(new Step.Derive(field));
            }
        }
        for (DecisionTable table : tables) {
            for (FieldPath field : table.givenFields()) {
                givers.computeIfAbsent(field, path -> new ArrayList<>()).add(new Step.Examine(table));
            }
        }
        List<Step> steps = new ArrayList<>();
        tables.forEach(table -> steps.add(new Step.Examine(table)));
        vocabulary.fields().stream()
                .filter(field -> !field.derivedFrom().isEmpty())
                .forEach(field -> steps.add(new Step.Derive(field)));
        for (Step step : steps) {
            Collection<FieldPath> reads = step instanceof Step.Examine examine
                    ? examine.table().reads()
                    : ((Step.Derive) step).field().derivedFrom();
            Set<Step> given = new LinkedHashSet<>();
            for (FieldPath read : new TreeSet<>(reads)) {
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
        examined = tables.stream()
                .filter(table -> table.gives() != ConclusionKind.FACT)
                .sorted(Comparator.comparing(this::turn).thenComparing(DecisionTable::id))
                .toList();
        parts = new PlanOrder(this, steps).parts();
        this.order = parts.stream().flatMap(part -> part.steps().stream()).toList();
        order.forEach(each -> planned.put(each.step(), each));
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
        return step instanceof Step.Examine examine && examine.table().gives() == ConclusionKind.GROUND;
    }

    private static boolean bringsTerm(Step step) {
        return step instanceof Step.Examine examine && examine.table().gives() == ConclusionKind.TERM;
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
        collectReads(new Step.Examine(table), all);
        Integer stage = table.stage();
        return new Turn(moment(table, all), stage == null ? lastStage : stage);
    }

    private static Moment moment(DecisionTable table, Set<FieldPath> all) {
        if (table.gives() == ConclusionKind.TERM) {
            return Moment.OUTCOME;
        }
        return all.stream().anyMatch(VerdictFields::isOne) ? Moment.TERM : Moment.STAGES;
    }

    private void collectReads(Step step, Set<FieldPath> all) {
        if (step instanceof Step.Examine examine) {
            all.addAll(examine.table().reads());
        } else {
            all.addAll(((Step.Derive) step).field().derivedFrom());
        }
        for (Step need : needs(step)) {
            if (!bringsGrounds(need) && !bringsTerm(need)) {
                collectReads(need, all);
            }
        }
    }

    /** The tables that say something to the verdict (not only facts), in the order of examination. */
    public List<DecisionTable> examined() {
        return examined;
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

    /** When a table is examined. */
    public Moment moment(DecisionTable table) {
        return turn(table).moment();
    }

    /**
     * All steps that some table of {@link #examined} needs, in an order in which each follows those that it needs; at the end what is derived for nobody.
     */
    public List<Part> parts() {
        return parts;
    }

    /** The same, by their places. */
    public List<Planned> steps() {
        return order;
    }

    /** A step in its place. */
    public Planned planned(Step step) {
        Planned found = planned.get(step);
        if (found == null) {
            throw new IllegalArgumentException("nobody needs the " + step);
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
