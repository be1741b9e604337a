package kz.sheshim.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The entities, fields and code lists of a policy, in the order of the workbook. */
public final class Vocabulary {
    private final Map<String, Entity> entities;
    private final Map<FieldPath, Field> fields;
    private final Map<String, CodeList> codeLists;
    private final Map<Entity, List<Field>> fieldsOf = new LinkedHashMap<>();
    private final List<Entity> saidEntities;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<FieldPath, Slot> slots = new HashMap<>();
    private final Map<String, List<Slot>> saidSlots = new HashMap<>();
    private final int[] widths;
    private final boolean[] many;

    public Vocabulary(Collection<Entity> entities, Collection<Field> fields, Collection<CodeList> codeLists) {
        this.entities = byName(entities, Entity::name);
        this.fields = byName(fields, Field::path);
        this.codeLists = byName(codeLists, CodeList::name);
        saidEntities = this.entities.values().stream().filter(Entity::said).toList();
        for (Entity entity : this.entities.values()) {
            List<Field> own = this.fields.values().stream()
                    .filter(field -> field.path().entity().equals(entity.name()))
                    .toList();
            for (int place = 0; place < own.size(); place++) {
                Field field = own.get(place);
                slots.put(field.path(), new Slot(field, entity.many(), fieldsOf.size(), place, own.size()));
            }
            numbers.put(entity.name(), fieldsOf.size());
            fieldsOf.put(entity, own);
            saidSlots.put(
                    entity.name(),
                    own.stream()
                            .filter(field -> !field.derived())
                            .map(field -> slot(field.path()))
                            .toList());
        }
        widths = fieldsOf.values().stream().mapToInt(List::size).toArray();
        many = new boolean[widths.length];
        fieldsOf.keySet().forEach(entity -> many[number(entity.name())] = entity.many());
    }

    private static <K, V> Map<K, V> byName(Collection<V> values, Function<V, K> name) {
        Map<K, V> map = new LinkedHashMap<>();
        for (V value : values) {
            if (map.put(name.apply(value), value) != null) {
                throw new IllegalArgumentException("twice in the vocabulary: " + name.apply(value));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    public Collection<Entity> entities() {
        return entities.values();
    }

    /** The entities that an application says. */
    public List<Entity> saidEntities() {
        return saidEntities;
    }

    public Collection<Field> fields() {
        return fields.values();
    }

    public Collection<CodeList> codeLists() {
        return codeLists.values();
    }

    public Optional<Entity> entity(String name) {
        return Optional.ofNullable(entities.get(name));
    }

    public Optional<Field> field(FieldPath path) {
        return Optional.ofNullable(fields.get(path));
    }

    public Optional<CodeList> codeList(String name) {
        return Optional.ofNullable(codeLists.get(name));
    }

    /** The fields of one entity. */
    public List<Field> fields(Entity entity) {
        return fieldsOf.getOrDefault(entity, List.of());
    }

    /** Where the facts are kept that applications say of one entity, field by field. */
    public List<Slot> saidSlots(Entity entity) {
        return saidSlots.getOrDefault(entity.name(), List.of());
    }

    /** Where the facts of a field are kept. */
    public Slot slot(FieldPath path) {
        Slot slot = slots.get(path);
        if (slot == null) {
            throw new IllegalArgumentException("not in the vocabulary: " + path);
        }
        return slot;
    }

    /** The number of an entity, as its slots say it. */
    public int number(String entity) {
        Integer number = numbers.get(entity);
        if (number == null) {
            throw new IllegalArgumentException("not in the vocabulary: " + entity);
        }
        return number;
    }

    /** How many fields the entity of this number has. */
    int width(int number) {
        return widths[number];
    }

    /** Whether the entity of this number occurs many times. */
    boolean many(int number) {
        return many[number];
    }

    public boolean many(FieldPath path) {
        return entity(path.entity()).map(Entity::many).orElse(false);
    }
}
