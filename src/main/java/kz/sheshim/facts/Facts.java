package kz.sheshim.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The facts of one application while it is decided: those that it says, and the derived ones as they become known. Belongs to
 * one thread.
 */
public final class Facts {
    private final Vocabulary vocabulary;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<FactPath, Fact> facts = new HashMap<>();

    /** No instance yet of the entities that occur many times; the others have theirs, with nothing said. */
    public Facts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The same facts, to go on from with others. */
    public Facts copy() {
        Facts copy = new Facts(vocabulary);
        copy.counts.putAll(counts);
        copy.facts.putAll(facts);
        return copy;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Says how many instances an entity that occurs many times has. */
    public void count(String entity, int instances) {
        counts.put(entity, instances);
    }

    /** The indexes of an entity's instances: 0, 1, … or only {@link FactPath#ONCE}. */
    public IntStream indexes(String entity) {
        return vocabulary.entity(entity).map(Entity::many).orElse(false)
                ? IntStream.range(0, counts.getOrDefault(entity, 0))
                : IntStream.of(FactPath.ONCE);
    }

    /** All facts of a field, one for each instance of its entity. */
    public Stream<FactPath> paths(FieldPath field) {
        return indexes(field.entity()).mapToObj(index -> new FactPath(field, index));
    }

    /** States a fact. */
    public void put(FactPath path, Fact fact) {
        facts.put(path, fact);
    }

    /** The fact; what its absence means when nobody stated it. */
    public Fact get(FactPath path) {
        Fact fact = facts.get(path);
        if (fact != null) {
            return fact;
        }
        Field field = vocabulary
                .field(path.field())
                .orElseThrow(() -> new IllegalArgumentException("not in the vocabulary: " + path));
        return field.ifAbsent().fact(path);
    }

    /** Whether somebody stated the fact, so that it is more than what its absence means. */
    public boolean states(FactPath path) {
        return facts.containsKey(path);
    }
}
