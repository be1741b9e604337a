package kz.sheshim.adapter.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.Citation;
import kz.sheshim.table.RuleId;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.Notice;
import kz.sheshim.verdict.Values;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.vocabulary.Entity;
import org.jspecify.annotations.Nullable;

/** Writes the record member by member in a fixed order, without white space, and leaves out what there is none of. */
public final class JacksonVerdictCodec implements VerdictCodec {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_LONG_FOR_INTS);

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static String object(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String encode(Verdict verdict) {
        return object(json -> {
            json.writeStringField("outcome", verdict.outcome());
            json.writeStringField("filedOn", verdict.filedOn().toString());
            json.writeArrayFieldStart("grounds");
            for (Ground ground : verdict.grounds()) {
                write(json, ground);
            }
            json.writeEndArray();
            strings(json, "missingFacts", verdict.missingFacts());
            json.writeArrayFieldStart("notices");
            for (Notice notice : verdict.notices()) {
                json.writeStartObject();
                json.writeStringField("code", notice.code());
                optional(json, "subject", notice.subject());
                json.writeEndObject();
            }
            json.writeEndArray();
            strings(json, "actions", verdict.actions());
            if (verdict.workingDays() != null) {
                json.writeNumberField("workingDays", verdict.workingDays());
            }
            optional(json, "due", verdict.due());
            json.writeArrayFieldStart("matched");
            for (MatchedRule matched : verdict.matched()) {
                json.writeStartObject();
                rule(json, matched.rule());
                json.writeObjectFieldStart("values");
                matched.values().forEach((path, value) -> member(json, path, value));
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Ground ground) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", ground.code());
        json.writeStringField("effect", ground.effect());
        optional(json, "subject", ground.subject());
        rule(json, ground.rule());
        json.writeObjectFieldStart("citation");
        json.writeStringField("act", ground.citation().act());
        optional(json, "place", ground.citation().place());
        json.writeStringField("status", ground.citation().status().toString());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, RuleId rule) throws IOException {
        json.writeStringField("table", rule.table());
        json.writeStringField("rule", rule.rule());
    }

    private static void optional(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void member(JsonGenerator json, String name, @Nullable Object value) {
        try {
            json.writeFieldName(name);
            value(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                json.writeString(element.toString());
            }
            json.writeEndArray();
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    @Override
    public String encodeSubmitted(Facts facts) {
        return object(json -> {
            for (Entity entity : facts.vocabulary().submittedEntities()) {
                json.writeFieldName(entity.name());
                if (entity.many()) {
                    json.writeStartArray();
                }
                List<FactSlot> slots = facts.layout().submitted(entity);
                int instances = facts.instances(entity.name());
                for (int instance = 0; instance < instances; instance++) {
                    int index = entity.many() ? instance : FactPath.ONCE;
                    json.writeStartObject();
                    for (FactSlot slot : slots) {
                        if (facts.states(slot, index) && facts.get(slot, index) instanceof Fact.Known known) {
                            json.writeFieldName(slot.field().path().field());
                            value(json, Values.json(known.value()));
                        }
                    }
                    json.writeEndObject();
                }
                if (entity.many()) {
                    json.writeEndArray();
                }
            }
        });
    }

    @Override
    public Verdict decode(String text) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a recorded verdict", e);
        }
        String due = string(json, "due");
        return new Verdict(
                json.required("outcome").asText(),
                LocalDate.parse(json.required("filedOn").asText()),
                list(json, "grounds", JacksonVerdictCodec::ground),
                list(json, "missingFacts", JsonNode::asText),
                list(
                        json,
                        "notices",
                        notice -> new Notice(notice.required("code").asText(), string(notice, "subject"))),
                list(json, "actions", JsonNode::asText),
                json.has("workingDays") ? json.get("workingDays").asInt() : null,
                due == null ? null : LocalDate.parse(due),
                list(json, "matched", matched -> new MatchedRule(rule(matched), values(matched.required("values")))));
    }

    private static Ground ground(JsonNode json) {
        JsonNode citation = json.required("citation");
        String status = citation.required("status").asText();
        return new Ground(
                json.required("code").asText(),
                json.required("effect").asText(),
                string(json, "subject"),
                rule(json),
                new Citation(citation.required("act").asText(), string(citation, "place"), Citation.Status.of(status)));
    }

    private static RuleId rule(JsonNode json) {
        return new RuleId(json.required("table").asText(), json.required("rule").asText());
    }

    private static @Nullable String string(JsonNode json, String name) {
        return json.has(name) ? json.get(name).asText() : null;
    }

    private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        json.required(name).forEach(element -> list.add(read.apply(element)));
        return list;
    }

    private static SortedMap<String, @Nullable Object> values(JsonNode json) {
        SortedMap<String, @Nullable Object> values = new TreeMap<>();
        json.fields()
                .forEachRemaining(
                        value -> values.put(value.getKey(), MAPPER.convertValue(value.getValue(), Object.class)));
        return values;
    }
}
