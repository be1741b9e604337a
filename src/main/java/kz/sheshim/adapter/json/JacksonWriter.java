package kz.sheshim.adapter.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Writes maps, lists, texts, numbers, booleans and null as JSON for people and programs. */
public final class JacksonWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JacksonWriter() {}

    public static String write(Object tree) {
        return write(tree, MAPPER.writerWithDefaultPrettyPrinter());
    }

    public static String writeInOneLine(Object tree) {
        return write(tree, MAPPER.writer());
    }

    private static String write(Object tree, ObjectWriter writer) {
        try {
            return writer.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a tree of plain values", e);
        }
    }
}
