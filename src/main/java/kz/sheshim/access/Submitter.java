package kz.sheshim.access;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The party that posts applications, by the name of its API key or token.
 *
 * @param name at most {@value #MAX_LENGTH} characters, without control characters; empty if the submitter is unknown
 */
public record Submitter(String name) {
    /** Maximum length of a name. */
    public static final int MAX_LENGTH = 255;

    /** The submitter of decisions that were made before submitters were recorded. */
    public static final Submitter UNKNOWN = new Submitter("");

    public Submitter {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a valid name of a submitter (" + name.length() + " characters)");
        }
    }

    /** Before the subject of a token. The name of a key's owner has no colon, so no provider of tokens can make a caller the owner of a key. */
    public static final String OF_A_TOKEN = "oidc:";

    /**
     * Whether both are one person. The owner of a key with the name of the subject of a token counts as the same, and so does a name that differs only in
     * capital letters or in the form of its characters.
     */
    public boolean isSamePersonAs(Submitter other) {
        return person().equals(other.person());
    }

    private String person() {
        String bare = name.startsWith(OF_A_TOKEN) ? name.substring(OF_A_TOKEN.length()) : name;
        return Normalizer.normalize(bare, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether this is a valid name of a submitter. */
    public static boolean isName(String text) {
        return text.length() <= MAX_LENGTH
                && text.codePoints().noneMatch(each -> Character.isISOControl(each) || isHalfPair(each));
    }

    private static boolean isHalfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    @Override
    public String toString() {
        return name;
    }
}
