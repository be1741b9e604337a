package kz.sheshim.adapter.http;

/** Texts of people in CSV (RFC 4180). */
public final class CsvText {
    private CsvText() {}

    /** In quotes. A spreadsheet would take a text for a formula if it began as one. */
    public static String of(String text) {
        String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
