package kz.sheshim.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.vocabulary.Bounds;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Vocabulary;

/**
 * Where the facts of an application are kept: one array, entity after entity in the order of the vocabulary, in each entity instance after instance, in each
 * instance field after field.
 *
 * <pre>
 * application       | applicant         | documents[0]      | documents[1]      |
 * service  channel  | status  birthDate | kind  validUntil  | kind  validUntil  |
 * </pre>
 *
 * A {@link FactSlot} is the place of one field in it. Made once for a vocabulary, so that deciding looks up no names.
 */
public final class FactLayout {
    private final Vocabulary vocabulary;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<FieldPath, FactSlot> slots = new HashMap<>();
    private final Map<String, List<FactSlot>> submitted = new HashMap<>();
    private final List<FactSlot> bounded;
    private final int[] widths;
    private final boolean[] many;

    public FactLayout(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        int entities = vocabulary.entities().size();
        widths = new int[entities];
        many = new boolean[entities];
        for (Entity entity : vocabulary.entities()) {
            List<Field> fields = vocabulary.fields(entity);
            int number = numbers.size();
            widths[number] = fields.size();
            many[number] = entity.many();
            for (int place = 0; place < fields.size(); place++) {
                Field field = fields.get(place);
                slots.put(field.path(), new FactSlot(field, entity.many(), number, place, fields.size()));
            }
            numbers.put(entity.name(), number);
            submitted.put(
                    entity.name(),
                    fields.stream()
                            .filter(field -> !field.derived())
                            .map(field -> slot(field.path()))
                            .toList());
        }
        bounded = submitted.values().stream()
                .flatMap(List::stream)
                .filter(slot -> !slot.field().bounds().equals(Bounds.NONE))
                .toList();
    }

    /** The slots of the submitted fields that have bounds. */
    List<FactSlot> bounded() {
        return bounded;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The slot of a field. */
    public FactSlot slot(FieldPath path) {
        FactSlot slot = slots.get(path);
        if (slot == null) {
            throw new IllegalArgumentException("not in the vocabulary: " + path);
        }
        return slot;
    }

    /** The slots of the fields of an entity that applications submit, in the order of the vocabulary. */
    public List<FactSlot> submitted(Entity entity) {
        return submitted.getOrDefault(entity.name(), List.of());
    }

    /** The number of an entity, from 0. */
    public int number(String entity) {
        Integer number = numbers.get(entity);
        if (number == null) {
            throw new IllegalArgumentException("not in the vocabulary: " + entity);
        }
        return number;
    }

    /** The number of entities. */
    int entities() {
        return widths.length;
    }

    /** The number of fields of the entity with this number. */
    int width(int entity) {
        return widths[entity];
    }

    /** Whether the entity with this number occurs many times. */
    boolean many(int entity) {
        return many[entity];
    }
}
