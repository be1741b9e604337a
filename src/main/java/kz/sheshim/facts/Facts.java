package kz.sheshim.facts;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one application while it is decided: those that it says, and the derived ones as they become known. Belongs to
 * one thread.
 */
public final class Facts {
    /** So many facts more can be stated of the last entity without moving the others. */
    private static final int ROOM = 32;

    private final Vocabulary vocabulary;
    /** All instances of the first entity, field by field, then those of the next; null for what nobody stated. */
    private @Nullable Fact[] stated;
    /** How many instances each entity has, and where they begin; never changed, but taken anew. */
    private int[] counts;

    private int[] starts;

    /** No instance yet of the entities that occur many times; the others have theirs, with nothing said. */
    public Facts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        counts = new int[vocabulary.entities().size()];
        for (int entity = 0; entity < counts.length; entity++) {
            counts[entity] = vocabulary.many(entity) ? 0 : 1;
        }
        starts = starts(counts);
        stated = new Fact[starts[counts.length]];
    }

    private Facts(Facts other) {
        vocabulary = other.vocabulary;
        counts = other.counts;
        starts = other.starts;
        stated = Arrays.copyOf(other.stated, other.starts[other.counts.length] + ROOM);
    }

    private int[] starts(int[] instances) {
        int[] places = new int[instances.length + 1];
        for (int entity = 0; entity < instances.length; entity++) {
            places[entity + 1] = places[entity] + instances[entity] * vocabulary.width(entity);
        }
        return places;
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
        int behind = starts[number + 1];
        int end = starts[counts.length];
        int more = (instances - counts[number]) * vocabulary.width(number);
        if (behind < end || end + more > stated.length) {
            @Nullable Fact[] room = new Fact[end + more];
            System.arraycopy(stated, 0, room, 0, Math.min(behind, behind + more));
            System.arraycopy(stated, behind, room, behind + more, end - behind);
            stated = room;
        } else if (more < 0) {
            Arrays.fill(stated, end + more, end, null);
        }
        counts = counts.clone();
        counts[number] = instances;
        starts = starts.clone();
        for (int later = number + 1; later < starts.length; later++) {
            starts[later] += more;
        }
    }

    /** How many instances the entity of a field has; 1 for one that occurs once. */
    public int instances(Slot slot) {
        return counts[slot.entity()];
    }

    /** How many instances the entity has; 1 for one that occurs once. */
    public int instances(String entity) {
        return counts[vocabulary.number(entity)];
    }

    /** How many instances the entity of this number has; 1 for one that occurs once. */
    public int instances(int entity) {
        return counts[entity];
    }

    /** How many facts of a field, one for each instance of its entity, are known to be this value. */
    public int occurrences(Slot slot, Object value) {
        int occurrences = 0;
        int behind = starts[slot.entity() + 1];
        for (int place = starts[slot.entity()] + slot.place(); place < behind; place += slot.width()) {
            Fact fact = stated[place] == null ? slot.ifAbsent(0) : stated[place];
            if (fact instanceof Fact.Known known && known.value().equals(value)) {
                occurrences++;
            }
        }
        return occurrences;
    }

    /** The indexes of an entity's instances: 0, 1, … or only {@link FactPath#ONCE}. */
    public IntStream indexes(String entity) {
        return vocabulary.entity(entity).map(Entity::many).orElse(false)
                ? IntStream.range(0, counts[vocabulary.number(entity)])
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
        stated[place(slot, index)] = fact;
    }

    /** The fact; what its absence means when nobody stated it. */
    public Fact get(FactPath path) {
        return get(vocabulary.slot(path.field()), path.index());
    }

    /** The fact of the instance with this index; what its absence means when nobody stated it. */
    public Fact get(Slot slot, int index) {
        Fact fact = stated[place(slot, index)];
        return fact == null ? slot.ifAbsent(index) : fact;
    }

    /** Whether somebody stated the fact, so that it is more than what its absence means. */
    public boolean states(FactPath path) {
        return states(vocabulary.slot(path.field()), path.index());
    }

    /** Whether somebody stated the fact of the instance with this index. */
    public boolean states(Slot slot, int index) {
        return stated[place(slot, index)] != null;
    }

    private int place(Slot slot, int index) {
        int instance = slot.instance(index);
        return starts[slot.entity()]
                + Objects.checkIndex(instance, counts[slot.entity()]) * slot.width()
                + slot.place();
    }
}
