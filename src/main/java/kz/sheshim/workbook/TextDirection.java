package kz.sheshim.workbook;

import java.util.Optional;

/** Characters by which people see a text in another order than it is written. Texts in any language can do without them. */
public final class TextDirection {
    private TextDirection() {}

    /** Whether the text has a character that embeds, overrides or isolates a direction. */
    public static boolean isOverridden(String text) {
        return first(text).isPresent();
    }

    /** The first such character by its number, such as {@code U+202E}. */
    public static Optional<String> first(String text) {
        return text.chars()
                .filter(each -> each >= 0x202a && each <= 0x202e || each >= 0x2066 && each <= 0x2069)
                .mapToObj("U+%04X"::formatted)
                .findFirst();
    }
}
