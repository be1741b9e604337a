package kz.sheshim.log;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A part of a record that can be disclosed without the others.
 *
 * @param json its value, as JSON in UTF-8: what is hashed. Every text of a record becomes one, so no other form lies between
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and written once
public record Part(String name, byte[] json) {
    /** The length of an escaped control character. */
    private static final int CONTROL = 6;

    /** How many bytes longer each byte is when it is escaped. A table, since no processor foresees where the next quotation mark stands. */
    private static final byte[] LONGER = longer();

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /**
     * @param value a String, a Boolean, a Long, a BigDecimal or a List of String
     */
    public static Part of(String name, Object value) {
        return new Part(name, json(value));
    }

    private static byte[] json(Object value) {
        if (value instanceof List<?> list) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            json.write('[');
            for (Object each : list) {
                if (json.size() > 1) {
                    json.write(',');
                }
                json.writeBytes(quoted(each.toString()));
            }
            json.write(']');
            return json.toByteArray();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString().getBytes(StandardCharsets.US_ASCII);
        }
        return value instanceof Boolean || value instanceof Long
                ? value.toString().getBytes(StandardCharsets.US_ASCII)
                : quoted(value.toString());
    }

    /** A text as JSON in UTF-8. Escapes what JSON cannot contain, and nothing else. */
    static byte[] quoted(String text) {
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        byte[] to = new byte[from.length + 2 + escapes(from)];
        to[0] = '"';
        int end = 1;
        for (byte each : from) {
            switch (LONGER[each & 0xff]) {
                case 0 -> to[end++] = each;
                case 1 -> {
                    to[end++] = '\\';
                    to[end++] = each;
                }
                default -> {
                    to[end] = '\\';
                    to[end + 1] = 'u';
                    to[end + 2] = '0';
                    to[end + 3] = '0';
                    to[end + 4] = HEX[each >> 4];
                    to[end + 5] = HEX[each & 15];
                    end += CONTROL;
                }
            }
        }
        to[end] = '"';
        return to;
    }

    /** How many bytes longer a text is when it is escaped. */
    private static int escapes(byte[] text) {
        int longer = 0;
        for (byte each : text) {
            longer += LONGER[each & 0xff];
        }
        return longer;
    }

    private static byte[] longer() {
        byte[] longer = new byte[256];
        Arrays.fill(longer, 0, ' ', (byte) (CONTROL - 1));
        longer['"'] = 1;
        longer['\\'] = 1;
        return longer;
    }
}
