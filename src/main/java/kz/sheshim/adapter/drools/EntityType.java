package kz.sheshim.adapter.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.FieldType;
import org.jspecify.annotations.Nullable;

/** The declared type of an entity, with the fields that rules read or write. */
final class EntityType {

    /** A field as rules see it: its value (null when it is absent or unknown), whether it is unknown, and for a date its number. */
    static final class FieldAccess {
        private final FactSlot slot;
        private final Accessors.Member value;
        private final Accessors.Flag unknown;
        private final Accessors.@Nullable Number day;
        private boolean readByRuleFiles;

        FieldAccess(FactSlot slot, Accessors type) {
            String name = slot.field().path().field();
            this.slot = slot;
            value = type.new Member(name);
            unknown = type.new Flag(DeclaredTypes.unknownFlag(name));
            day = slot.field().type() instanceof FieldType.Date ? type.new Number(DeclaredTypes.day(name)) : null;
        }

        /** Whether rules/*.drl derive something from the field. */
        boolean readByRuleFiles() {
            return readByRuleFiles;
        }

        @Nullable
        Object value(Object object) {
            return value.get(object);
        }

        /** Writes the fact into an object that has none for this field. */
        void write(Object object, Fact fact) {
            if (fact instanceof Fact.Known known) {
                value.set(object, known.value());
                if (day != null) {
                    day.set(object, ((LocalDate) known.value()).toEpochDay());
                }
            } else if (fact.unknown()) {
                unknown.set(object, true);
            }
        }

        /** Writes the fact into an object in place of what it has for this field. */
        void rewrite(Object object, Fact fact) {
            value.set(object, null);
            unknown.set(object, false);
            write(object, fact);
        }

        /** Takes out of the object what was written for this fact. */
        void erase(Object object, Fact fact) {
            if (fact.unknown()) {
                unknown.set(object, false);
            } else if (fact instanceof Fact.Known || slot.field().byRules()) {
                value.set(object, null);
            }
        }
    }

    /** The values of a field of all instances. */
    static final class AllAccess {
        private final FactSlot slot;
        private final Accessors.Member values;
        private final Accessors.Flag unknown;

        AllAccess(FactSlot slot, Accessors type) {
            String name = slot.field().path().field();
            this.slot = slot;
            values = type.new Member(name);
            unknown = type.new Flag(DeclaredTypes.unknownFlag(name));
        }

        void write(Object object, Facts facts) {
            Set<Object> all = new HashSet<>();
            boolean open = false;
            for (int instance = facts.instances(slot) - 1; instance >= 0; instance--) {
                Fact fact = facts.get(slot, slot.many() ? instance : FactPath.ONCE);
                if (fact instanceof Fact.Known known) {
                    if (known.value() instanceof List<?> list) {
                        all.addAll(list);
                    } else {
                        all.add(known.value());
                    }
                }
                open |= fact.unknown();
            }
            values.set(object, all);
            unknown.set(object, open);
        }

        void erase(Object object) {
            values.set(object, null);
        }
    }

    private final Entity entity;
    private final Accessors type;
    private final Accessors.Member index;
    private final @Nullable FieldAccess[] byPlace;
    private final List<FieldAccess> fields = new ArrayList<>();
    private final @Nullable Accessors typeOfAll;
    private final Map<FactSlot, AllAccess> ofAll = new HashMap<>();

    /**
     * @param width the number of its fields
     * @param declaredForAll the type that holds the values of all instances; null for an entity that occurs once
     */
    EntityType(Entity entity, int width, Class<?> declared, @Nullable Class<?> declaredForAll) {
        this.entity = entity;
        type = new Accessors(declared);
        index = type.new Member(DeclaredTypes.INDEX);
        byPlace = new FieldAccess[width];
        typeOfAll = declaredForAll == null ? null : new Accessors(declaredForAll);
    }

    /** Lets rules see a field. */
    FieldAccess show(FactSlot slot) {
        FieldAccess access = byPlace[slot.place()];
        if (access == null) {
            access = new FieldAccess(slot, type);
            byPlace[slot.place()] = access;
            fields.add(access);
        }
        return access;
    }

    /** Lets rule files derive something from a field. */
    void showToRuleFiles(FactSlot slot) {
        show(slot).readByRuleFiles = true;
    }

    /** Lets rules see the values that a field has in all instances. */
    void showAll(FactSlot slot) {
        ofAll.computeIfAbsent(slot, any -> new AllAccess(slot, Objects.requireNonNull(typeOfAll)));
    }

    AllAccess all(FactSlot slot) {
        return Objects.requireNonNull(ofAll.get(slot));
    }

    Object newAll() {
        return Objects.requireNonNull(typeOfAll).newInstance();
    }

    void blankAll(Object object) {
        ofAll.values().forEach(access -> access.erase(object));
    }

    Entity entity() {
        return entity;
    }

    /** The field at this place; null for one that no rule reads or writes. */
    @Nullable
    FieldAccess field(int place) {
        return byPlace[place];
    }

    boolean anyShown() {
        return !fields.isEmpty();
    }

    Object newInstance(int instance) {
        Object object = type.newInstance();
        index.set(object, instance);
        return object;
    }

    /** Writes what the facts say of the instance into an object that is blank. */
    void fill(Object object, Facts facts, int instance) {
        for (int i = 0; i < fields.size(); i++) {
            FieldAccess field = fields.get(i);
            field.write(object, facts.get(field.slot, instance));
        }
    }

    /** Makes the object blank again. */
    void blank(Object object, Facts facts, int instance) {
        for (int i = 0; i < fields.size(); i++) {
            FieldAccess field = fields.get(i);
            field.erase(object, facts.get(field.slot, instance));
        }
    }
}
