package kz.sheshim.adapter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import kz.sheshim.log.Feature;
import kz.sheshim.log.FeatureCounts.Recorded;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;

/** Reads from a case file, member by member, which rules matched and which codes some fields have. */
public final class JacksonFeatureReader {
    private static final JsonFactory JSON = new JsonFactory();

    private JacksonFeatureReader() {}

    /** @param fields fields that occur once and have a code; the reader takes only codes of their lists as features */
    public static Set<Feature> read(Recorded file, Map<FieldPath, Field> fields) {
        Set<Feature> features = new LinkedHashSet<>();
        try (JsonParser verdict = JSON.createParser(file.verdict());
                JsonParser facts = JSON.createParser(file.read())) {
            rules(verdict, features);
            codes(facts, fields, features);
        } catch (IOException broken) {
            throw new IllegalArgumentException("not a case file", broken);
        }
        return features;
    }

    private static void rules(JsonParser json, Set<Feature> features) throws IOException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean matched = json.currentName().equals("matched");
            json.nextToken();
            if (!matched) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                features.add(Feature.rule(rule(json)));
            }
        }
    }

    private static RuleId rule(JsonParser json) throws IOException {
        String table = "";
        String rule = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "table" -> table = json.getText();
                case "rule" -> rule = json.getText();
                default -> json.skipChildren();
            }
        }
        return new RuleId(table, rule);
    }

    private static void codes(JsonParser json, Map<FieldPath, Field> fields, Set<Feature> features) throws IOException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String entity = json.currentName();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                FieldPath field = new FieldPath(entity, json.currentName());
                Field known = fields.get(field);
                if (json.nextToken() == JsonToken.VALUE_STRING && known != null) {
                    String text = json.getText();
                    if (known.type().codeList().filter(list -> list.has(text)).isPresent()) {
                        features.add(Feature.fact(field, text));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
    }
}
