package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.List;

/** Texts with commas between them, of which some may be in quotation marks; a quotation mark inside such a text is doubled. */
final class QuotedTexts {
    private static final char MARK = '"';

    private QuotedTexts() {}

    /** The parts between the commas outside quotation marks. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        for (int start = 0; start <= text.length(); start = end(text, start) + 1) {
            parts.add(text.substring(start, end(text, start)).strip());
        }
        return parts;
    }

    /** Where the part ends that begins here. */
    private static int end(String text, int start) {
        int begin = skipSpace(text, start);
        if (begin < text.length() && text.charAt(begin) == MARK) {
            int close = begin + 1;
            while (close < text.length() && (text.charAt(close) != MARK || text.startsWith("\"\"", close))) {
                close += text.charAt(close) == MARK ? 2 : 1;
            }
            int end = skipSpace(text, close + 1);
            if (close < text.length() && (end >= text.length() || text.charAt(end) == ',')) {
                return Math.min(end, text.length());
            }
        }
        int comma = text.indexOf(',', start);
        return comma < 0 ? text.length() : comma;
    }

    private static int skipSpace(String text, int from) {
        int place = from;
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return place;
    }

    static boolean quoted(String part) {
        return part.length() >= 2 && part.charAt(0) == MARK && part.charAt(part.length() - 1) == MARK;
    }

    /** The text itself, without its quotation marks. */
    static String plain(String part) {
        return quoted(part) ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }
}
