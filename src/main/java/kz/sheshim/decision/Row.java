package kz.sheshim.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Slot;
import kz.sheshim.facts.Vocabulary;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.FieldCondition.Scope;
import kz.sheshim.table.Rule;
import org.jspecify.annotations.Nullable;

/** A rule, and where the facts are that it reads. */
final class Row {
    private static final int KEPT = 32;

    /** The facts that a rule reads for one instance, or with one number of instances, sorted by their names. */
    private record Reads(String[] names, Slot[] slots, int[] indexes) {}

    private final Rule rule;
    private final int order;
    private final Slot[] slots;
    private final Scope[] scopes;
    private final @Nullable Slot counted;
    private final boolean keepable;
    private final @Nullable Reads[] kept = new Reads[KEPT];

    /** @param order its place among all rules of the ruleset, sorted by their ids */
    Row(Rule rule, int order, Vocabulary vocabulary) {
        this.rule = rule;
        this.order = order;
        List<FieldCondition> conditions = rule.conditions();
        slots = conditions.stream()
                .map(condition -> vocabulary.slot(condition.field()))
                .toArray(Slot[]::new);
        scopes = conditions.stream().map(FieldCondition::scope).toArray(Scope[]::new);
        counted = conditions.stream()
                .filter(condition -> condition.scope() == Scope.ALL)
                .map(condition -> vocabulary.slot(condition.field()))
                .findFirst()
                .orElse(null);
        long entities = conditions.stream()
                .filter(condition -> condition.scope() != Scope.ONCE)
                .map(condition -> condition.scope() + condition.field().entity())
                .distinct()
                .count();
        keepable = entities <= 1;
    }

    Rule rule() {
        return rule;
    }

    int order() {
        return order;
    }

    /** What the rule reads for the instance with this index. */
    MatchedRule matched(Facts facts, int index) {
        Reads reads = reads(facts, index);
        @Nullable Object[] values = new Object[reads.names().length];
        for (int i = 0; i < values.length; i++) {
            Fact fact = facts.get(reads.slots()[i], reads.indexes()[i]);
            values[i] = fact instanceof Fact.Known known ? known.value() : null;
        }
        return new MatchedRule(rule.id(), new ReadValues(reads.names(), values));
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
            FieldCondition.reads(slots[i].field().path(), scopes[i], facts, index)
                    .forEach(path -> paths.put(path.toString(), path));
        }
        List<FactPath> sorted = new ArrayList<>(paths.values());
        return new Reads(
                paths.keySet().toArray(String[]::new),
                sorted.stream()
                        .map(path -> facts.vocabulary().slot(path.field()))
                        .toArray(Slot[]::new),
                sorted.stream().mapToInt(FactPath::index).toArray());
    }
}
