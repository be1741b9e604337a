package kz.sheshim.adapter.postgres;

import java.nio.charset.StandardCharsets;

/**
 * Text that PostgreSQL stores unchanged. It refuses U+0000. Half a surrogate pair cannot be written in UTF-8; the driver would silently replace it by a
 * question mark.
 */
final class StorableText {
    private StorableText() {}

    static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    static String require(String what, String text) {
        if (!isStorable(text)) {
            throw new IllegalArgumentException(
                    what + " contains U+0000 or half a surrogate pair and cannot be recorded");
        }
        return text;
    }
}
