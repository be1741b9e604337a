package kz.sheshim.facts;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one application while it is decided: those that it says, and the derived ones as they become known. Belongs to
 * one thread.
 */
public final class Facts {
    /** What is stated of one instance, as the slots number its fields; null for what nobody stated. */
    private record Instance(@Nullable Fact[] facts) {
        Instance copy() {
            return new Instance(facts.clone());
        }
    }

    private static final Instance[] NO_INSTANCE = {};

    private final Vocabulary vocabulary;
    private final Instance[][] stated;

    /** No instance yet of the entities that occur many times; the others have theirs, with nothing said. */
    public Facts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.stated = new Instance[vocabulary.entities().size()][];
        for (int entity = 0; entity < stated.length; entity++) {
            stated[entity] = vocabulary.many(entity) ? NO_INSTANCE : new Instance[] {instance(entity)};
        }
    }

    private Facts(Facts other) {
        vocabulary = other.vocabulary;
        stated = new Instance[other.stated.length][];
        for (int entity = 0; entity < stated.length; entity++) {
            Instance[] instances = other.stated[entity].clone();
            for (int i = 0; i < instances.length; i++) {
                instances[i] = instances[i].copy();
            }
            stated[entity] = instances;
        }
    }

    private Instance instance(int entity) {
        return new Instance(new Fact[vocabulary.width(entity)]);
    }

    /** The same facts, to go on from with others. */
    public Facts copy() {
        return new Facts(this);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Says how many instances an entity that occurs many times has. */
    public void count(String entity, int instances) {
        int number = vocabulary.number(entity);
        int before = stated[number].length;
        Instance[] counted = Arrays.copyOf(stated[number], instances);
        for (int i = before; i < instances; i++) {
            counted[i] = instance(number);
        }
        stated[number] = counted;
    }

    /** How many instances the entity of a field has; 1 for one that occurs once. */
    public int instances(Slot slot) {
        return stated[slot.entity()].length;
    }

    /** How many instances the entity has; 1 for one that occurs once. */
    public int instances(String entity) {
        return stated[vocabulary.number(entity)].length;
    }

    /** The indexes of an entity's instances: 0, 1, … or only {@link FactPath#ONCE}. */
    public IntStream indexes(String entity) {
        return vocabulary.entity(entity).map(Entity::many).orElse(false)
                ? IntStream.range(0, stated[vocabulary.number(entity)].length)
                : IntStream.of(FactPath.ONCE);
    }

    /** All facts of a field, one for each instance of its entity. */
    public Stream<FactPath> paths(FieldPath field) {
        Slot slot = vocabulary.slot(field);
        return indexes(field.entity()).mapToObj(slot::path);
    }

    /** States a fact. */
    public void put(FactPath path, Fact fact) {
        put(vocabulary.slot(path.field()), path.index(), fact);
    }

    /** States a fact of the instance with this index. */
    public void put(Slot slot, int index, Fact fact) {
        stated[slot.entity()][slot.instance(index)].facts[slot.place()] = fact;
    }

    /** The fact; what its absence means when nobody stated it. */
    public Fact get(FactPath path) {
        return get(vocabulary.slot(path.field()), path.index());
    }

    /** The fact of the instance with this index; what its absence means when nobody stated it. */
    public Fact get(Slot slot, int index) {
        Fact fact = stated[slot.entity()][slot.instance(index)].facts[slot.place()];
        return fact == null ? slot.ifAbsent(index) : fact;
    }

    /** Whether somebody stated the fact, so that it is more than what its absence means. */
    public boolean states(FactPath path) {
        Slot slot = vocabulary.slot(path.field());
        return stated[slot.entity()][slot.instance(path.index())].facts[slot.place()] != null;
    }
}
