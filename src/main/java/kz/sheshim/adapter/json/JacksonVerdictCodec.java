package kz.sheshim.adapter.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.json.StoredVerdict;
import kz.sheshim.verdict.Values;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.vocabulary.Entity;

/**
 * Writes verdicts in the form {@link StoredVerdict}, and applications member by member in the order of the vocabulary: without
 * white space, and without the members that have no value.
 */
public final class JacksonVerdictCodec implements VerdictCodec {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** Characters of a verdict. */
    private static final int USUAL_LENGTH = 2_000;

    private static final ObjectReader STORED = MAPPER.readerFor(StoredVerdict.class);

    @Override
    public String encode(Verdict verdict) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = MAPPER.createGenerator(text)) { // one for bytes would escape characters beyond U+FFFF
            new VerdictWriter(json).write(verdict);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return text.toString();
    }

    @Override
    public String encodeSubmitted(Facts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
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
                            VerdictWriter.value(json, Values.json(known.value()));
                        }
                    }
                    json.writeEndObject();
                }
                if (entity.many()) {
                    json.writeEndArray();
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Verdict decode(String text) {
        try {
            StoredVerdict stored = STORED.readValue(text);
            return stored.verdict();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a stored verdict", e);
        }
    }
}
