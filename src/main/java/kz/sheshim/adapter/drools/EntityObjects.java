package kz.sheshim.adapter.drools;

import java.util.Arrays;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one application as objects of the declared types, one for each instance of an entity. The objects serve one application after the other and are blank in
 * between, so that nothing of an applicant stays in memory.
 */
final class EntityObjects {
    private static final Object[] NONE = {};

    private final EntityType[] types;
    private final Object[][] objects;
    /** For an entity that occurs many times, the object that holds the values of all instances. */
    private final @Nullable Object[] all;
    /** The number of instances that are filled. */
    private final int[] filled;

    EntityObjects(EntityType[] types) {
        this.types = types;
        objects = new Object[types.length][];
        Arrays.fill(objects, NONE);
        filled = new int[types.length];
        all = new Object[types.length];
    }

    /** The object that holds the values of all instances of an entity. */
    Object all(int number) {
        Object object = all[number];
        if (object == null) {
            object = types[number].newAll();
            all[number] = object;
        }
        return object;
    }

    /** Writes the values that a field has in all instances. */
    void fillAll(FactSlot slot, Facts facts) {
        types[slot.entity()].all(slot).write(all(slot.entity()), facts);
    }

    /** Fills the objects of all entities whose fields rules read or write. */
    void fill(Facts facts) {
        for (int number = 0; number < types.length; number++) {
            if (types[number].anyShown()) {
                fill(number, facts);
            }
        }
    }

    /** Fills the objects of an entity; those that are filled already stay as they are. */
    void fill(int number, Facts facts) {
        EntityType type = types[number];
        int instances = facts.instances(number);
        for (int each = filled[number]; each < instances; each++) {
            int instance = type.entity().many() ? each : FactPath.ONCE;
            type.fill(object(number, each), facts, instance);
        }
        filled[number] = instances;
    }

    /** The object of an instance; made when it is first asked for. */
    Object object(int number, int each) {
        if (each >= objects[number].length) {
            int before = objects[number].length;
            objects[number] = Arrays.copyOf(objects[number], Math.max(each + 1, 2 * before));
            for (int next = before; next < objects[number].length; next++) {
                objects[number][next] =
                        types[number].newInstance(types[number].entity().many() ? next : FactPath.ONCE);
            }
        }
        return objects[number][each];
    }

    int filled(int number) {
        return filled[number];
    }

    /** Makes all objects blank. */
    void blank(Facts facts) {
        for (int number = 0; number < types.length; number++) {
            EntityType type = types[number];
            for (int each = 0; each < filled[number]; each++) {
                type.blank(objects[number][each], facts, type.entity().many() ? each : FactPath.ONCE);
            }
            filled[number] = 0;
            if (all[number] != null) {
                type.blankAll(all[number]);
            }
        }
    }
}
