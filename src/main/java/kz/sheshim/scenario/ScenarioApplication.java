package kz.sheshim.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.facts.FactPath;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;

/** An application built fact by fact in the form of its JSON, so that cells and forms are read as strictly as applications. */
public final class ScenarioApplication {
    private final Map<Entity, List<Map<String, Object>>> members = new LinkedHashMap<>();
    private final Vocabulary vocabulary;

    /**
     * @param instances the number of instances of each entity that occurs many times
     */
    public ScenarioApplication(Vocabulary vocabulary, Map<String, Integer> instances) {
        this.vocabulary = vocabulary;
        for (Entity entity : vocabulary.submittedEntities()) {
            List<Map<String, Object>> each = new ArrayList<>();
            for (int i = entity.many() ? instances.getOrDefault(entity.name(), 0) : 1; i > 0; i--) {
                each.add(new LinkedHashMap<>());
            }
            members.put(entity, each);
        }
    }

    /**
     * Adds a fact, unless there is one already.
     *
     * @param text as a cell says it: yes or no; the codes of a list with commas between them, empty for an empty list
     */
    public void say(FactPath path, String text) {
        vocabulary.entity(path.field().entity()).map(members::get).ifPresent(instances -> instances
                .get(Math.max(path.index(), 0))
                .putIfAbsent(
                        path.field().field(),
                        json(vocabulary.field(path.field()).orElseThrow().type(), text)));
    }

    /** The JSON value for the text of a cell. A text that is not a value of the type stays a text, so that reading reports it. */
    private static Object json(FieldType type, String text) {
        if (type.list()) {
            return text.isEmpty()
                    ? List.of()
                    : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        }
        Object value = type.parse(text).orElse(text);
        if (value instanceof Boolean) {
            return value;
        }
        return value instanceof Long || value instanceof BigDecimal ? new BigDecimal(value.toString()) : text;
    }

    /** The content of its JSON, as {@link kz.sheshim.facts.JsonParser.Parsed#value} has it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        members.forEach((entity, instances) -> json.put(entity.name(), entity.many() ? instances : instances.get(0)));
        return json;
    }
}
