package kz.sheshim.adapter.drools;

import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.type.FactField;
import org.kie.api.definition.type.FactType;

/** What rules/*.drl work on: the entities that they read and write. */
final class Derivations {

    /**
     * A field as the rules see it.
     *
     * @param source something is derived from it
     */
    record ShownField(FactSlot slot, FactField value, boolean source) {
        @Nullable
        Object read(Object object) {
            return value.get(object);
        }

        void write(Object object, @Nullable Object written) {
            value.set(object, written);
        }
    }

    /**
     * An entity that the rules work on.
     *
     * @param number as its slots say it
     * @param constructor of its declared type
     * @param index the field that says which instance an object is
     * @param fields by their places
     */
    record Shown(Entity entity, int number, Constructor<?> constructor, FactField index, ShownField[] fields) {
        Object newInstance(int which) {
            try {
                Object object = constructor.newInstance();
                index.set(object, which);
                return object;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a declared type cannot be made: " + constructor, e);
            }
        }
    }

    /**
     * A field that the rules derive.
     *
     * @param group the rules that do
     * @param entity the number of its entity
     */
    record DerivedByRules(String group, int entity, ShownField field) {}

    private final CompiledRules rules;
    private final @Nullable Shown[] shown;
    private final Map<FieldPath, DerivedByRules> derived = new HashMap<>();

    Derivations(CompiledRules rules) {
        this.rules = rules;
        Vocabulary vocabulary = rules.vocabulary();
        List<Entity> entities = List.copyOf(vocabulary.entities());
        Set<FieldPath> sources = new HashSet<>();
        Set<String> names = new HashSet<>();
        vocabulary.fields().stream().filter(Field::byRules).forEach(field -> {
            sources.addAll(field.derivedFrom());
            names.add(field.path().entity());
            field.derivedFrom().forEach(source -> names.add(source.entity()));
        });
        shown = new Shown[entities.size()];
        for (int number = 0; number < shown.length; number++) {
            if (names.contains(entities.get(number).name())) {
                shown[number] = show(entities.get(number), number, sources);
            }
        }
        vocabulary.fields().stream().filter(Field::byRules).forEach(field -> {
            FactSlot slot = rules.layout().slot(field.path());
            Shown entity = Objects.requireNonNull(shown[slot.entity()]);
            derived.put(
                    field.path(),
                    new DerivedByRules(field.path().toString(), slot.entity(), entity.fields()[slot.place()]));
        });
    }

    private Shown show(Entity entity, int number, Set<FieldPath> sources) {
        FactType type = rules.type(entity.name());
        return new Shown(
                entity,
                number,
                constructor(type),
                type.getField(DeclaredTypes.INDEX),
                rules.vocabulary().fields(entity).stream()
                        .map(field -> new ShownField(
                                rules.layout().slot(field.path()),
                                type.getField(field.path().field()),
                                sources.contains(field.path())))
                        .toArray(ShownField[]::new));
    }

    /** By their numbers; null for an entity that the rules do not work on. */
    @Nullable
    Shown[] shown() {
        return shown;
    }

    DerivedByRules derived(Field field) {
        return Objects.requireNonNull(derived.get(field.path()));
    }

    private static Constructor<?> constructor(FactType type) {
        try {
            return type.getFactClass().getConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a declared type cannot be made: " + type.getName(), e);
        }
    }
}
