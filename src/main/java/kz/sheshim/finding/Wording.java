package kz.sheshim.finding;

import java.util.List;
import java.util.stream.Collectors;
import kz.sheshim.vocabulary.LookAlikes;
import org.jspecify.annotations.Nullable;

/** How messages quote the texts of workbooks and suggest names. */
public final class Wording {
    private static final int MAX_LENGTH = 120;

    private static final int LISTED = 5;

    private Wording() {}

    /** The first of some texts of workbooks, and how many more there are. */
    public static String listed(List<String> texts) {
        int more = texts.size() - LISTED;
        return texts.stream().limit(LISTED).map(Wording::shown).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** A text of a workbook in quotation marks: {@code "applicant.age"}. */
    public static String quote(String text) {
        return '"' + shown(text) + '"';
    }

    /** A text of a workbook in one line, cut off when it is long, and without characters that would change how the rest of the line looks. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        int[] points = text.codePoints().limit(MAX_LENGTH + 1).toArray();
        for (int i = 0; i < Math.min(points.length, MAX_LENGTH); i++) {
            int type = Character.getType(points[i]);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                shown.append(String.format("<U+%04X>", points[i]));
            } else {
                shown.appendCodePoint(points[i]);
            }
        }
        return points.length > MAX_LENGTH ? shown + "…" : shown.toString();
    }

    /**
     * Asks whether the nearest text was meant, and then says what to do if not; without a nearest text only the latter. Of a text that only looks like the nearest one, names
     * the letter that is another.
     */
    public static String suggest(String given, @Nullable String nearest, String otherwise) {
        if (nearest == null) {
            return otherwise;
        }
        String question = "Did you mean " + quote(nearest) + "?";
        return LookAlikes.told(given, nearest)
                .map(told -> told + " " + question)
                .orElse(otherwise.isEmpty() ? question : question + " " + otherwise);
    }
}
