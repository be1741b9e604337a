package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.FieldCondition.Scope;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** A rule, and where the facts are that it reads. */
final class PreparedRule {
    private static final int KEPT = 32;

    /** The facts that a rule reads for one instance, or with one number of instances, sorted by their names. */
    private record Reads(String[] names, FactSlot[] slots, int[] indexes) {}

    private final Rule rule;
    private final int order;
    private final Ranking.@Nullable RankedGround ground;
    private final Subjects subjects;
    private final FactSlot[] slots;
    private final Scope[] scopes;
    private final @Nullable FactSlot counted;
    private final boolean keepable;
    private final @Nullable Reads[] kept = new Reads[KEPT];

    /**
     * @param order its place among all rules of the ruleset, sorted by their ids
     * @param ground the ground that it brings, if it brings one
     */
    PreparedRule(Rule rule, int order, Ranking.@Nullable RankedGround ground, FactLayout layout) {
        this.rule = rule;
        this.order = order;
        this.ground = ground;
        subjects = new Subjects(rule.conclusion(), layout);
        List<FieldCondition> conditions = rule.conditions();
        slots = conditions.stream()
                .map(condition -> layout.slot(condition.field()))
                .toArray(FactSlot[]::new);
        scopes = conditions.stream().map(FieldCondition::scope).toArray(Scope[]::new);
        counted = conditions.stream()
                .filter(condition -> condition.scope() == Scope.ALL)
                .map(condition -> layout.slot(condition.field()))
                .findFirst()
                .orElse(null);
        long entities = conditions.stream()
                .filter(condition -> condition.scope() != Scope.ONCE)
                .map(condition -> condition.scope() + condition.field().entity())
                .distinct()
                .count();
        keepable = entities <= 1
                && Stream.of(slots).allMatch(slot -> slot.field().rule().isEmpty());
    }

    Rule rule() {
        return rule;
    }

    int order() {
        return order;
    }

    /** The ground that it brings, if it brings one. */
    Ranking.@Nullable RankedGround ground() {
        return ground;
    }

    /** What its ground or notice is about. */
    Subjects subjects() {
        return subjects;
    }

    /** What the rule reads for the instance with this index: each path with its value, null for a fact that is absent. */
    void read(Facts facts, int index, BiConsumer<String, @Nullable Object> value) {
        Reads reads = reads(facts, index);
        for (int i = 0; i < reads.names().length; i++) {
            Fact fact = facts.get(reads.slots()[i], reads.indexes()[i]);
            value.accept(reads.names()[i], fact instanceof Fact.Known known ? known.value() : null);
        }
    }

    /** They are the same for the same instance, or for the same number of instances when the rule reads all of them. */
    private Reads reads(Facts facts, int index) {
        int key = counted == null ? index + 1 : facts.instances(counted);
        if (!keepable || key >= KEPT) {
            return find(facts, index);
        }
        Reads reads = kept[key];
        if (reads == null) {
            reads = find(facts, index);
            kept[key] = reads;
        }
        return reads;
    }

    private Reads find(Facts facts, int index) {
        Map<String, FactPath> paths = new TreeMap<>();
        for (int i = 0; i < slots.length; i++) {
            Field field = slots[i].field();
            if (field.rule().isPresent()) {
                field.derivedFrom().stream().flatMap(facts::paths).forEach(path -> paths.put(path.toString(), path));
            } else {
                FieldCondition.reads(field.path(), scopes[i], facts, index)
                        .forEach(path -> paths.put(path.toString(), path));
            }
        }
        List<FactPath> sorted = new ArrayList<>(paths.values());
        return new Reads(
                paths.keySet().toArray(String[]::new),
                sorted.stream().map(path -> facts.layout().slot(path.field())).toArray(FactSlot[]::new),
                sorted.stream().mapToInt(FactPath::index).toArray());
    }
}
