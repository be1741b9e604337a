package kz.sheshim.adapter.http.desk;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.sheshim.facts.FactPath;
import kz.sheshim.scenario.ScenarioApplication;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of a case, by the names of its inputs: a fact's path; the same with {@code @} for the offset of a moment; the name of an entity for the
 * number of its instances.
 */
record FormTexts(Map<String, List<String>> texts) {
    static final String OFFSET = "@";

    private static final Pattern MOMENT = Pattern.compile("([^T]{10}T[0-9:.]{5,18})(Z|[+-][0-9:]+)");

    FormTexts {
        texts = Map.copyOf(texts);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The form of an application. What the vocabulary does not know is left out. */
    static FormTexts of(@Nullable Object json, Vocabulary vocabulary) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> application) {
            for (Entity entity : vocabulary.submittedEntities()) {
                Object member = application.get(entity.name());
                if (entity.many() && member instanceof List<?> instances) {
                    texts.put(entity.name(), List.of(String.valueOf(instances.size())));
                    for (int i = 0; i < instances.size(); i++) {
                        fill(texts, vocabulary.fields(entity), i, instances.get(i));
                    }
                } else if (!entity.many()) {
                    fill(texts, vocabulary.fields(entity), FactPath.ONCE, member);
                }
            }
        }
        return new FormTexts(texts);
    }

    private static void fill(
            Map<String, List<String>> texts, List<Field> fields, int index, @Nullable Object instance) {
        if (!(instance instanceof Map<?, ?> members)) {
            return;
        }
        for (Field field : fields) {
            Object value = members.get(field.path().field());
            if (value == null || field.derived()) {
                continue;
            }
            String path = new FactPath(field.path(), index).toString();
            Matcher moment = MOMENT.matcher(value.toString());
            if (field.type().kind() == FieldType.Kind.DATE_TIME && moment.matches()) {
                texts.put(path, List.of(moment.group(1)));
                texts.put(path + OFFSET, List.of(moment.group(2)));
            } else if (value instanceof List<?> list) {
                texts.put(
                        path,
                        list.isEmpty()
                                ? List.of("")
                                : list.stream().map(String::valueOf).toList());
            } else {
                texts.put(path, List.of(value instanceof Boolean yes ? (yes ? "yes" : "no") : value.toString()));
            }
        }
    }

    String text(String name) {
        List<String> all = texts.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    List<String> all(String name) {
        return texts.getOrDefault(name, List.of());
    }

    /** The number of instances of an entity that occurs many times. */
    int instances(Entity entity, int max) {
        String number = text(entity.name());
        return number.matches("[0-9]{1,6}") ? Math.min(Integer.parseInt(number), max) : 0;
    }

    /** With one instance of the entity more, behind the others. */
    FormTexts add(Entity entity, int max) {
        Map<String, List<String>> changed = new LinkedHashMap<>(texts);
        changed.put(entity.name(), List.of(String.valueOf(Math.min(instances(entity, max) + 1, max))));
        return new FormTexts(changed);
    }

    /** Without one instance of the entity; those behind it move up. */
    FormTexts remove(Entity entity, int index, Vocabulary vocabulary, int max) {
        int instances = instances(entity, max);
        if (index >= instances) {
            return this;
        }
        Map<String, List<String>> changed = new LinkedHashMap<>(texts);
        changed.put(entity.name(), List.of(String.valueOf(instances - 1)));
        for (Field field : vocabulary.fields(entity)) {
            for (String mark : List.of("", OFFSET)) {
                for (int i = index; i < instances; i++) {
                    List<String> next = texts.get(new FactPath(field.path(), i + 1) + mark);
                    String path = new FactPath(field.path(), i) + mark;
                    if (next == null || i + 1 == instances) {
                        changed.remove(path);
                    } else {
                        changed.put(path, next);
                    }
                }
            }
        }
        return new FormTexts(changed);
    }

    /**
     * The content of the application's JSON. Inputs without a text are absent facts.
     *
     * @param zone the time zone of moments without an offset
     */
    Map<String, Object> application(Vocabulary vocabulary, ZoneId zone, int max) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Entity entity : vocabulary.submittedEntities()) {
            counts.put(entity.name(), instances(entity, max));
        }
        ScenarioApplication application = new ScenarioApplication(vocabulary, counts);
        for (Entity entity : vocabulary.submittedEntities()) {
            int[] indexes = entity.many()
                    ? IntStream.range(0, counts.getOrDefault(entity.name(), 0)).toArray()
                    : new int[] {FactPath.ONCE};
            for (int index : indexes) {
                for (Field field : vocabulary.fields(entity)) {
                    FactPath path = new FactPath(field.path(), index);
                    List<String> said = all(path.toString());
                    if (!field.derived()
                            && !said.isEmpty()
                            && (field.type().list() || !said.get(0).isEmpty())) {
                        application.say(path, written(field.type(), path.toString(), said, zone));
                    }
                }
            }
        }
        return application.json();
    }

    /** The texts of a fact as a cell writes them. */
    private String written(FieldType type, String path, List<String> said, ZoneId zone) {
        if (type.list()) {
            return String.join(
                    ",", said.stream().filter(code -> !code.isEmpty()).toList());
        }
        String text = said.get(0);
        if (type.kind() != FieldType.Kind.DATE_TIME) {
            return text;
        }
        String offset = text(path + OFFSET).strip();
        try {
            return offset.isEmpty() && !MOMENT.matcher(text).matches()
                    ? text + zone.getRules().getOffset(LocalDateTime.parse(text))
                    : text + offset;
        } catch (DateTimeException notAMoment) {
            return text;
        }
    }
}
