package kz.sheshim.receipt;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import kz.sheshim.vocabulary.Phrase;

/** A PDF cannot show some letters of the texts that every receipt of its form has. It can be read on the screen. */
public final class LettersMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** Number of letters that a message names. */
    private static final int NAMED = 10;

    private final transient Phrase phrase;
    private final String language;
    private final List<String> letters;

    /**
     * @param language tag of the language of the receipt
     * @param letters as characters of Unicode
     */
    public LettersMissing(String language, BitSet letters) {
        this(
                language,
                letters,
                Phrase.of(
                        "PDFs cannot show {0}, which the receipt in the language {1} needs", named(letters), language));
    }

    private LettersMissing(String language, BitSet letters, Phrase phrase) {
        super(phrase.toString());
        this.phrase = phrase;
        this.language = language;
        this.letters = letters.stream().mapToObj(Character::toString).toList();
    }

    /** The letters for people, some of them if they are many: {@code 证 (U+8BC1)}. */
    public static String names(BitSet letters) {
        return named(letters).toString();
    }

    private static Phrase named(BitSet letters) {
        List<String> some = letters.stream()
                .limit(NAMED)
                .mapToObj(letter -> String.format(Locale.ROOT, "%s (U+%04X)", Character.toString(letter), letter))
                .toList();
        int more = letters.cardinality() - some.size();
        String first = String.join(", ", some);
        return more > 0 ? Phrase.of("{0} and {1} more", first, more) : Phrase.of("{0}", first);
    }

    /** The message, for any language. */
    public Phrase phrase() {
        return phrase;
    }

    public String language() {
        return language;
    }

    public List<String> letters() {
        return letters;
    }
}
