package kz.sheshim.log;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the log states of one entry: its leaf in the tree. Lines of UTF-8, each ended by a line feed: the kind with its version, then a name, a space and a
 * value. It contains no personal data and nothing that such data could be guessed from.
 */
public record Statement(String text) {
    private static final int MAX_LENGTH = 65_535;

    public Statement {
        if (!text.endsWith("\n") || text.getBytes(StandardCharsets.UTF_8).length > MAX_LENGTH) {
            throw new IllegalArgumentException("a statement ends with a line feed and has at most 65,535 bytes");
        }
    }

    /**
     * @param kind with its version, such as {@code sheshim-decision/v1}
     * @param lines names and values, in the order of the statement
     */
    public static Statement of(String kind, Map<String, String> lines) {
        StringBuilder text = new StringBuilder(kind).append('\n');
        lines.forEach((name, value) -> {
            if (hasControls(value)) {
                throw new IllegalArgumentException("a line of a statement cannot contain control characters: " + name);
            }
            text.append(name).append(' ').append(value).append('\n');
        });
        return new Statement(text.toString());
    }

    private static boolean hasControls(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ') {
                return true;
            }
        }
        return false;
    }

    /** The first line. */
    public String kind() {
        return text.substring(0, text.indexOf('\n'));
    }

    /** The value of the first line with this name. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(lines().get(name));
    }

    /** All lines after the first: values by name, in their order. */
    public Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        text.lines().skip(1).forEach(line -> {
            int space = line.indexOf(' ');
            lines.putIfAbsent(space < 0 ? line : line.substring(0, space), line.substring(space + 1));
        });
        return lines;
    }

    /** The content of the leaf. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
