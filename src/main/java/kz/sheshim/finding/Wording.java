package kz.sheshim.finding;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.vocabulary.LookAlikes;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** How messages quote the texts of workbooks and suggest names. */
public final class Wording {
    private static final int MAX_LENGTH = 120;

    private static final int LISTED = 5;

    private Wording() {}

    /** The first of some texts of workbooks, and how many more there are. */
    public static Phrase listed(List<String> texts) {
        int more = texts.size() - LISTED;
        String first = texts.stream().limit(LISTED).map(Wording::shown).collect(Collectors.joining(", "));
        return more > 0 ? Phrase.of("{0} and {1} more", first, more) : Phrase.of("{0}", first);
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
    public static Phrase suggest(String given, @Nullable String nearest, Phrase otherwise) {
        if (nearest == null) {
            return otherwise;
        }
        Phrase question = Phrase.of("Did you mean {0}?", quote(nearest));
        return Phrase.of(
                "{0} {1}",
                Stream.concat(Stream.of(nearest), Stream.of(nearest.split(", ")))
                        .flatMap(meant -> LookAlikes.told(given, meant).stream())
                        .findFirst()
                        .map(told -> List.of(told, question))
                        .orElse(List.of(question, otherwise))
                        .toArray());
    }
}
