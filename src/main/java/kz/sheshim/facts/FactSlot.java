package kz.sheshim.facts;

import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * The place of one field in the {@link FactLayout}, with the paths, names and absent facts of its instances, so that deciding puts no names together.
 */
public final class FactSlot {
    /** Paths, names and absent facts are kept for this number of instances; for later ones they are made each time. */
    private static final int KEPT = 64;

    private final Field field;
    private final boolean many;
    private final int entity;
    private final int place;
    private final int width;
    /**
     * Filled when first asked for: a layout is made for every policy that is read, and few of them see many instances. Threads may fill the same
     * place twice; what they write is equal and immutable.
     */
    private final @Nullable FactPath[] paths;

    private final @Nullable String[] names;
    private final @Nullable Fact[] ifAbsent;

    /**
     * @param entity the number of the field's entity
     * @param place the number of the field among those of the entity
     * @param width the number of fields of the entity
     */
    FactSlot(Field field, boolean many, int entity, int place, int width) {
        this.field = field;
        this.many = many;
        this.entity = entity;
        this.place = place;
        this.width = width;
        int kept = many ? KEPT : 1;
        paths = new FactPath[kept];
        names = new String[kept];
        ifAbsent = new Fact[kept];
    }

    public Field field() {
        return field;
    }

    /** Whether its entity occurs many times. */
    public boolean many() {
        return many;
    }

    /** Whether both are fields of one entity. */
    public boolean besides(FactSlot other) {
        return entity == other.entity;
    }

    /** The number of its entity, from 0. */
    public int entity() {
        return entity;
    }

    /** Its number among the fields of the entity, from 0. */
    public int place() {
        return place;
    }

    /** The number of fields of the entity. */
    int width() {
        return width;
    }

    /** The number of the instance that an index means, from 0. */
    public int instance(int index) {
        return many ? index : 0;
    }

    public FactPath path(int index) {
        int instance = instance(index);
        if (instance >= paths.length) {
            return new FactPath(field.path(), index);
        }
        FactPath path = paths[instance];
        if (path == null) {
            path = new FactPath(field.path(), many ? index : FactPath.ONCE);
            paths[instance] = path;
        }
        return path;
    }

    /** The path as a text. */
    public String name(int index) {
        int instance = instance(index);
        if (instance >= names.length) {
            return path(index).toString();
        }
        String name = names[instance];
        if (name == null) {
            name = path(index).toString();
            names[instance] = name;
        }
        return name;
    }

    /** The fact when the application does not submit it and nothing has derived it. */
    public Fact ifAbsent(int index) {
        int instance = instance(index);
        if (instance >= ifAbsent.length) {
            return Fact.whenAbsent(field.ifAbsent(), path(index));
        }
        Fact fact = ifAbsent[instance];
        if (fact == null) {
            fact = Fact.whenAbsent(field.ifAbsent(), path(index));
            ifAbsent[instance] = fact;
        }
        return fact;
    }
}
