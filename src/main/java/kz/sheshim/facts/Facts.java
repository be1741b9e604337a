package kz.sheshim.facts;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one application while it is decided: those that it says, and the derived ones as they become known. Belongs to
 * one thread.
 */
public final class Facts {
    /** So many facts more can be stated of the last entity without moving the others. */
    private static final int ROOM = 32;

    private final FactLayout layout;
    /** All instances of the first entity, field by field, then those of the next; null for what nobody stated. */
    private @Nullable Fact[] stated;
    /** How many instances each entity has, and where they begin; never changed, but taken anew. */
    private int[] counts;

    private int[] starts;

    /** No instance yet of the entities that occur many times; the others have theirs, with nothing said. */
    public Facts(FactLayout layout) {
        this.layout = layout;
        counts = new int[layout.entities()];
        for (int entity = 0; entity < counts.length; entity++) {
            counts[entity] = layout.many(entity) ? 0 : 1;
        }
        starts = starts(counts);
        stated = new Fact[starts[counts.length]];
    }

    private Facts(Facts other) {
        layout = other.layout;
        counts = other.counts;
        starts = other.starts;
        stated = Arrays.copyOf(other.stated, other.starts[other.counts.length] + ROOM);
    }

    private int[] starts(int[] instances) {
        int[] places = new int[instances.length + 1];
        for (int entity = 0; entity < instances.length; entity++) {
            places[entity + 1] = places[entity] + instances[entity] * layout.width(entity);
        }
        return places;
    }

    /** The same facts, to go on from with others. */
    public Facts copy() {
        return new Facts(this);
    }

    public FactLayout layout() {
        return layout;
    }

    public Vocabulary vocabulary() {
        return layout.vocabulary();
    }

    /** Says how many instances an entity that occurs many times has. */
    public void count(String entity, int instances) {
        int number = layout.number(entity);
        int behind = starts[number + 1];
        int end = starts[counts.length];
        int more = (instances - counts[number]) * layout.width(number);
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
    public int instances(FactSlot slot) {
        return counts[slot.entity()];
    }

    /** How many instances the entity has; 1 for one that occurs once. */
    public int instances(String entity) {
        return counts[layout.number(entity)];
    }

    /** How many instances the entity of this number has; 1 for one that occurs once. */
    public int instances(int entity) {
        return counts[entity];
    }

    /** How many facts of a field, one for each instance of its entity, are known to be this value. */
    public int occurrences(FactSlot slot, Object value) {
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
        int number = layout.number(entity);
        return layout.many(number) ? IntStream.range(0, counts[number]) : IntStream.of(FactPath.ONCE);
    }

    /** All facts of a field, one for each instance of its entity. */
    public Stream<FactPath> paths(FieldPath field) {
        FactSlot slot = layout.slot(field);
        return indexes(field.entity()).mapToObj(slot::path);
    }

    /** States a fact. */
    public void put(FactPath path, Fact fact) {
        put(layout.slot(path.field()), path.index(), fact);
    }

    /** States a fact of the instance with this index. */
    public void put(FactSlot slot, int index, Fact fact) {
        stated[place(slot, index)] = fact;
    }

    /** The fact; what its absence means when nobody stated it. */
    public Fact get(FactPath path) {
        return get(layout.slot(path.field()), path.index());
    }

    /** The fact of the instance with this index; what its absence means when nobody stated it. */
    public Fact get(FactSlot slot, int index) {
        Fact fact = stated[place(slot, index)];
        return fact == null ? slot.ifAbsent(index) : fact;
    }

    /** Whether somebody stated the fact of the instance with this index. */
    public boolean states(FactSlot slot, int index) {
        return stated[place(slot, index)] != null;
    }

    private int place(FactSlot slot, int index) {
        int instance = slot.instance(index);
        return starts[slot.entity()]
                + Objects.checkIndex(instance, counts[slot.entity()]) * slot.width()
                + slot.place();
    }
}
