package kz.sheshim.vocabulary;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The entities, fields and code lists of a policy, in the order of the workbook. */
public final class Vocabulary {
    /** The code list of the subjects that tables may name. */
    public static final String SUBJECTS = "subject";

    private static final int FEW_CODES = 40;

    private final Map<String, Entity> entities;
    private final Map<FieldPath, Field> fields;
    private final Map<String, CodeList> codeLists;
    private final Map<Entity, List<Field>> fieldsOf = new LinkedHashMap<>();
    private final List<Entity> submittedEntities;
    private final Map<FieldPath, Field> countable;

    public Vocabulary(Collection<Entity> entities, Collection<Field> fields, Collection<CodeList> codeLists) {
        this.entities = byName(entities, Entity::name);
        this.fields = byName(fields, Field::path);
        this.codeLists = byName(codeLists, CodeList::name);
        submittedEntities =
                this.entities.values().stream().filter(Entity::submitted).toList();
        for (Entity entity : this.entities.values()) {
            fieldsOf.put(
                    entity,
                    this.fields.values().stream()
                            .filter(field -> field.path().entity().equals(entity.name()))
                            .toList());
        }
        countable =
                byName(this.fields.values().stream().filter(this::isCountable).toList(), Field::path);
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

    /** The same with another field in the place of the one with the same path. */
    public Vocabulary with(Field changed) {
        return new Vocabulary(
                entities.values(),
                fields.values().stream()
                        .map(field -> field.path().equals(changed.path()) ? changed : field)
                        .toList(),
                codeLists.values());
    }

    public Collection<Entity> entities() {
        return entities.values();
    }

    /** The entities that applications submit. */
    public List<Entity> submittedEntities() {
        return submittedEntities;
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

    /** The fields by which decisions can be counted: applications submit them once, with one of few codes, and they are not personal. */
    public Map<FieldPath, Field> countable() {
        return countable;
    }

    private boolean isCountable(Field field) {
        return !field.derived()
                && !field.personal()
                && field.type().kind() == FieldType.Kind.CODE
                && field.type().codeList().orElseThrow().codes().size() <= FEW_CODES
                && submittedEntities.stream()
                        .anyMatch(entity -> !entity.many()
                                && entity.name().equals(field.path().entity()));
    }

    public boolean many(FieldPath path) {
        return entity(path.entity()).map(Entity::many).orElse(false);
    }
}
