package kz.sheshim.workbook;

/** Characters by which people see a text in another order than it is written. Texts in any language can do without them. */
public final class TextDirection {
    private TextDirection() {}

    /** Whether the text has a character that embeds, overrides or isolates a direction. */
    public static boolean isOverridden(String text) {
        return text.chars().anyMatch(each -> each >= 0x202a && each <= 0x202e || each >= 0x2066 && each <= 0x2069);
    }
}
