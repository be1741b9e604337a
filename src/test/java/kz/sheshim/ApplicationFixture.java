package kz.sheshim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.Facts;
import kz.sheshim.vocabulary.Vocabulary;

/** The application of decision-tables/example.json, with some members changed. */
public final class ApplicationFixture {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final ObjectNode json;

    public ApplicationFixture() {
        try {
            json = (ObjectNode) MAPPER.readTree(Files.readString(Path.of("decision-tables/example.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sets a member.
     *
     * @param path {@code applicant.status} or {@code documents.0.kind}
     * @param value a String, Boolean, Integer or null
     */
    public ApplicationFixture set(String path, Object value) {
        String[] names = path.split("\\.");
        JsonNode node = json;
        for (int i = 0; i < names.length - 1; i++) {
            boolean list = names[i + 1].matches("[0-9]+");
            if (node instanceof ArrayNode array) {
                int index = Integer.parseInt(names[i]);
                while (array.size() <= index) {
                    array.addObject();
                }
                node = array.get(index);
            } else {
                ObjectNode object = (ObjectNode) node;
                node = object.has(names[i])
                        ? object.get(names[i])
                        : list ? object.putArray(names[i]) : object.putObject(names[i]);
            }
        }
        ((ObjectNode) node).set(names[names.length - 1], MAPPER.valueToTree(value));
        return this;
    }

    public ApplicationFixture without(String entity) {
        json.remove(entity);
        return this;
    }

    public String reference() {
        return json.get("application").get("reference").asText();
    }

    public byte[] body() {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return json.toString();
    }

    public Facts facts(Vocabulary vocabulary) {
        var reading = new ApplicationReader(new FactLayout(vocabulary), 100)
                .read(new JacksonParser().parse(body()).value());
        if (!reading.faults().isEmpty()) {
            throw new IllegalStateException(reading.faults().toString());
        }
        return reading.facts();
    }
}
