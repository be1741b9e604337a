package kz.sheshim.facts;

import kz.sheshim.vocabulary.Field;

/**
 * Where the facts of one field are kept, and how they are called: made once for a vocabulary, so that deciding has no names to put together.
 */
public final class FactSlot {
    private static final int KEPT = 64;

    private final Field field;
    private final boolean many;
    private final int entity;
    private final int place;
    private final int width;
    private final FactPath[] paths;
    private final String[] names;
    private final Fact[] ifAbsent;

    /**
     * @param entity the number of the field's entity
     * @param place the number of the field among those of the entity
     * @param width how many fields the entity has
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
        for (int i = 0; i < kept; i++) {
            paths[i] = new FactPath(field.path(), many ? i : FactPath.ONCE);
            names[i] = paths[i].toString();
            ifAbsent[i] = Fact.whenAbsent(field.ifAbsent(), paths[i]);
        }
    }

    public Field field() {
        return field;
    }

    /** Its entity occurs many times. */
    public boolean many() {
        return many;
    }

    /** Both are fields of one entity. */
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

    /** How many fields the entity has. */
    int width() {
        return width;
    }

    /** Which of the instances that are kept an index means, from 0. */
    public int instance(int index) {
        return many ? index : 0;
    }

    public FactPath path(int index) {
        int instance = instance(index);
        return instance < paths.length ? paths[instance] : new FactPath(field.path(), index);
    }

    /** The path as a text. */
    public String name(int index) {
        int instance = instance(index);
        return instance < names.length ? names[instance] : path(index).toString();
    }

    /** The fact when nobody states it. */
    public Fact ifAbsent(int index) {
        int instance = instance(index);
        return instance < ifAbsent.length ? ifAbsent[instance] : Fact.whenAbsent(field.ifAbsent(), path(index));
    }
}
