package kz.sheshim.adapter.xlsx;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** A text in runs of different look, without what is only said about its pronunciation. */
final class RichText {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final PartHandler part;
    private final StringBuilder runs = new StringBuilder();
    private boolean phonetic;
    private boolean struck;
    private boolean tooLong;

    RichText(PartHandler part) {
        this.part = part;
    }

    void start() {
        runs.setLength(0);
        phonetic = false;
        tooLong = false;
        struck = false;
    }

    void begin(String element, Attributes attributes) {
        if (element.equals("rPh")) {
            phonetic = true;
        } else if (element.equals("strike")) {
            struck |= !PartHandler.off(attributes);
        } else if (element.equals("t") && !phonetic) {
            part.collect();
        }
    }

    void end(String element) {
        if (element.equals("rPh")) {
            phonetic = false;
        } else if (element.equals("t") && !phonetic) {
            String run = part.collected();
            tooLong |= PartHandler.tooLong(run) || runs.length() + run.length() > 2 * 32_767;
            if (!tooLong) {
                runs.append(run);
            }
        }
    }

    /** A part of the text is struck through. */
    boolean struck() {
        return struck;
    }

    /** The text, its ends without space; null when it is longer than a cell can hold. */
    @Nullable
    String text() {
        String text = runs.toString();
        return tooLong || PartHandler.tooLong(text) ? null : strip(unescape(text));
    }

    /** Characters that XML does not take are written as _xHHHH_. */
    static String unescape(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher matcher = ESCAPED.matcher(text);
        return matcher.replaceAll(
                match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    /** The text in composed letters. Spaces that do not break, or have no width, are as invisible at an end as plain ones. */
    static String strip(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00a0', ' ')
                .replace('\u2007', ' ')
                .replace('\u202f', ' ');
        int start = 0;
        int end = plain.length();
        while (start < end && invisible(plain.charAt(start))) {
            start++;
        }
        while (end > start && invisible(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(start, end);
    }

    private static boolean invisible(char character) {
        return character == ' '
                || character >= '\t' && character <= '\r'
                || character == '\u200b'
                || character == '\ufeff';
    }
}
