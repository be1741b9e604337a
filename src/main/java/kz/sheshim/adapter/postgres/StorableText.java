package kz.sheshim.adapter.postgres;

import java.nio.charset.StandardCharsets;

/**
 * What PostgreSQL can give back as it was given: text without U+0000, which it refuses, and without half a surrogate pair, which
 * has no UTF-8 and which the driver would change to a question mark without a word.
 */
final class StorableText {
    private StorableText() {}

    static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    static String require(String what, String text) {
        if (!isStorable(text)) {
            throw new IllegalArgumentException(
                    what + " holds U+0000 or half a surrogate pair, so it cannot be recorded");
        }
        return text;
    }
}
