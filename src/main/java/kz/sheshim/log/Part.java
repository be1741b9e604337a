package kz.sheshim.log;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a record that can be disclosed without the others.
 *
 * @param json its value, as JSON
 */
public record Part(String name, String json) {

    /**
     * @param value a String, a Boolean, a Long, a BigDecimal or a List of String
     */
    public static Part of(String name, Object value) {
        return new Part(name, json(value));
    }

    private static String json(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> quoted(each.toString())).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Boolean || value instanceof Long ? value.toString() : quoted(value.toString());
    }

    /** Escapes what JSON cannot contain, and nothing else. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append("\\u").append(HexFormat.of().toHexDigits(character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }
}
