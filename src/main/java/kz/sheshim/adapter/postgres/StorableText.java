package kz.sheshim.adapter.postgres;

/**
 * Text that PostgreSQL stores unchanged. It refuses U+0000. Half a surrogate pair cannot be written in UTF-8; the driver would silently replace it by a
 * question mark.
 */
final class StorableText {
    private StorableText() {}

    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '\0' || Character.isSurrogate(each) && !Character.isSurrogatePair(each, next(text, i++))) {
                return false;
            }
        }
        return true;
    }

    /** The next character; a space at the end of the text. */
    private static char next(String text, int i) {
        return i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    }

    static String require(String what, String text) {
        if (!isStorable(text)) {
            throw new IllegalArgumentException(
                    what + " contains U+0000 or half a surrogate pair and cannot be recorded");
        }
        return text;
    }
}
