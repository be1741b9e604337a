package kz.sheshim.facts;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one application while it is decided: those that it submits, and the derived ones as they become known. Used by
 * one thread.
 */
public final class Facts {
    /** Number of facts that can be added to the last entity without moving the others. */
    private static final int ROOM = 32;

    private final FactLayout layout;
    /** All instances of the first entity, field by field, then those of the next; null for a fact that is neither submitted nor derived. */
    private @Nullable Fact[] present;
    /** The number of instances of each entity, and where they begin. The arrays are shared between copies, so they are replaced and never changed. */
    private int[] counts;

    private int[] starts;

    /** Without any fact. Entities that occur many times have no instance yet. */
    public Facts(FactLayout layout) {
        this.layout = layout;
        counts = new int[layout.entities()];
        for (int entity = 0; entity < counts.length; entity++) {
            counts[entity] = layout.many(entity) ? 0 : 1;
        }
        starts = starts(counts);
        present = new Fact[starts[counts.length]];
    }

    private Facts(Facts other) {
        layout = other.layout;
        counts = other.counts;
        starts = other.starts;
        present = Arrays.copyOf(other.present, other.starts[other.counts.length] + ROOM);
    }

    private int[] starts(int[] instances) {
        int[] places = new int[instances.length + 1];
        for (int entity = 0; entity < instances.length; entity++) {
            places[entity + 1] = places[entity] + instances[entity] * layout.width(entity);
        }
        return places;
    }

    /** A copy, which can be given other facts. */
    public Facts copy() {
        return new Facts(this);
    }

    public FactLayout layout() {
        return layout;
    }

    public Vocabulary vocabulary() {
        return layout.vocabulary();
    }

    /** Sets the number of instances of an entity that occurs many times. */
    public void count(String entity, int instances) {
        int number = layout.number(entity);
        int behind = starts[number + 1];
        int end = starts[counts.length];
        int more = (instances - counts[number]) * layout.width(number);
        if (behind < end || end + more > present.length) {
            @Nullable Fact[] room = new Fact[end + more];
            System.arraycopy(present, 0, room, 0, Math.min(behind, behind + more));
            System.arraycopy(present, behind, room, behind + more, end - behind);
            present = room;
        } else if (more < 0) {
            Arrays.fill(present, end + more, end, null);
        }
        counts = counts.clone();
        counts[number] = instances;
        starts = starts.clone();
        for (int later = number + 1; later < starts.length; later++) {
            starts[later] += more;
        }
    }

    /** The number of instances of a field's entity; 1 for one that occurs once. */
    public int instances(FactSlot slot) {
        return counts[slot.entity()];
    }

    /** The number of instances of the entity; 1 for one that occurs once. */
    public int instances(String entity) {
        return counts[layout.number(entity)];
    }

    /** The number of instances of the entity with this number; 1 for one that occurs once. */
    public int instances(int entity) {
        return counts[entity];
    }

    /** The number of instances whose fact of this field is known to be this value. */
    public int occurrences(FactSlot slot, Object value) {
        int occurrences = 0;
        int behind = starts[slot.entity() + 1];
        for (int place = starts[slot.entity()] + slot.place(); place < behind; place += slot.width()) {
            Fact fact = present[place] == null ? slot.ifAbsent(0) : present[place];
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

    /** Sets a fact. */
    public void put(FactPath path, Fact fact) {
        put(layout.slot(path.field()), path.index(), fact);
    }

    /** Sets a fact of the instance with this index. */
    public void put(FactSlot slot, int index, Fact fact) {
        present[place(slot, index)] = fact;
    }

    /** The fact; if it is neither submitted nor derived, what its absence means. */
    public Fact get(FactPath path) {
        return get(layout.slot(path.field()), path.index());
    }

    /** The fact of the instance with this index; if it is neither submitted nor derived, what its absence means. */
    public Fact get(FactSlot slot, int index) {
        Fact fact = present[place(slot, index)];
        return fact == null ? slot.ifAbsent(index) : fact;
    }

    /** Whether the fact of the instance with this index was submitted or derived. */
    public boolean states(FactSlot slot, int index) {
        return present[place(slot, index)] != null;
    }

    private int place(FactSlot slot, int index) {
        int instance = slot.instance(index);
        return starts[slot.entity()]
                + Objects.checkIndex(instance, counts[slot.entity()]) * slot.width()
                + slot.place();
    }
}
