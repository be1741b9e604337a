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

/** An application put together fact by fact, as its JSON would say it: so that cells are read as strictly as applications are. */
final class ScenarioApplication {
    private final Map<Entity, List<Map<String, Object>>> members = new LinkedHashMap<>();
    private final Vocabulary vocabulary;

    /**
     * @param instances how many instances each entity that occurs many times has
     */
    ScenarioApplication(Vocabulary vocabulary, Map<String, Integer> instances) {
        this.vocabulary = vocabulary;
        for (Entity entity : vocabulary.submittedEntities()) {
            List<Map<String, Object>> each = new ArrayList<>();
            for (int i = entity.many() ? instances.getOrDefault(entity.name(), 0) : 1; i > 0; i--) {
                each.add(new LinkedHashMap<>());
            }
            members.put(entity, each);
        }
    }

    /** Says a fact, unless it is said already. */
    void say(FactPath path, String text) {
        vocabulary.entity(path.field().entity()).map(members::get).ifPresent(instances -> instances
                .get(Math.max(path.index(), 0))
                .putIfAbsent(
                        path.field().field(),
                        json(vocabulary.field(path.field()).orElseThrow().type(), text)));
    }

    /** What JSON says for the text of a cell; a text that is no value of the type stays one, and is then refused. */
    private static Object json(FieldType type, String text) {
        if (type.list()) {
            return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        }
        Object value = type.parse(text).orElse(text);
        if (value instanceof Boolean) {
            return value;
        }
        return value instanceof Long || value instanceof BigDecimal ? new BigDecimal(value.toString()) : text;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        members.forEach((entity, instances) -> json.put(entity.name(), entity.many() ? instances : instances.get(0)));
        return json;
    }
}
