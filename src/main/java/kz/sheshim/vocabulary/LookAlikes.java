package kz.sheshim.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Characters that look like those that names are written with, and are others: Cyrillic and Greek letters, dashes, characters without width. */
public final class LookAlikes {
    private static final String SEEN = "АВЕКМНОРСТУХІЈЅҮаеорсухіјѕүкмтнг" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαρικν" + "‐‑‒–—―−";
    private static final String MEANT = "ABEKMHOPCTYXIJSYaeopcyxijsykmthr" + "ABEZHIKMNOPTYXoapikv" + "-------";

    private LookAlikes() {}

    /** The text with the characters that it seems to have. */
    public static String replaced(String text) {
        StringBuilder replaced = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .forEach(point -> {
                    int place = SEEN.indexOf(point);
                    replaced.appendCodePoint(place < 0 ? point : MEANT.charAt(place));
                });
        return replaced.toString();
    }

    /** Says which character of a text makes it another one than the text that it looks like; empty when they do not look alike. */
    public static Optional<Phrase> told(String text, String like) {
        if (!bare(replaced(text)).equalsIgnoreCase(bare(like)) || bare(text).equalsIgnoreCase(bare(like))) {
            return Optional.empty();
        }
        return text.codePoints()
                .filter(point -> !replaced(Character.toString(point)).equals(Character.toString(point)))
                .mapToObj(LookAlikes::named)
                .findFirst();
    }

    /** Without what only separates. */
    private static String bare(String text) {
        return text.replaceAll("[\\s,;]", "");
    }

    private static Phrase named(int point) {
        String code = String.format("U+%04X", point);
        if (!Character.isLetter(point)) {
            return Phrase.of(
                    "It contains {0} ({1}).", code, Character.getName(point).toLowerCase(Locale.ROOT));
        }
        String script = Character.UnicodeScript.of(point).name();
        String letter = Character.toString(point);
        return script.equals("LATIN")
                ? Phrase.of("The letter {0} in it is not a plain one ({1}).", letter, code)
                : Phrase.of(
                        "The letter {0} in it is {1} ({2}).",
                        letter, script.charAt(0) + script.substring(1).toLowerCase(Locale.ROOT), code);
    }
}
