package kz.sheshim.log;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a record that can be disclosed without the others.
 *
 * @param json its value, as JSON
 */
public record Part(String name, String json) {
    /** The length of an escaped control character. */
    private static final int CONTROL = 6;

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

    /** Escapes what JSON cannot contain, and nothing else. Works on arrays, because every text of a record goes through here before it is recorded. */
    static String quoted(String text) {
        char[] from = text.toCharArray();
        char[] to = new char[from.length + 2 + escapes(from)];
        to[0] = '"';
        int end = 1;
        for (char character : from) {
            if (character == '"' || character == '\\') {
                to[end++] = '\\';
                to[end++] = character;
            } else if (character < ' ') {
                "\\u00".getChars(0, 4, to, end);
                to[end + 4] = Character.forDigit(character >> 4, 16);
                to[end + 5] = Character.forDigit(character & 15, 16);
                end += CONTROL;
            } else {
                to[end++] = character;
            }
        }
        to[end] = '"';
        return new String(to);
    }

    /** How many characters longer a text is when it is escaped. */
    private static int escapes(char[] text) {
        int longer = 0;
        for (char character : text) {
            if (character == '"' || character == '\\') {
                longer++;
            } else if (character < ' ') {
                longer += CONTROL - 1;
            }
        }
        return longer;
    }
}
