package kz.sheshim.log;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The key under which case files are found by personal texts in them. It is kept outside the database: whoever has the database alone cannot guess a text from
 * its term.
 */
public record SearchKey(Secret secret) {
    /**
     * The term of a text: the first 8 bytes of the HMAC-SHA256 of the field, a line feed and the normalised text. Empty if the text has only white space.
     *
     * @param field a path of the vocabulary, without index
     */
    public Optional<SearchTerm> term(String field, String text) {
        String normalised = normalised(text);
        return normalised.isEmpty() ? Optional.empty() : Optional.of(mac(field + "\n" + normalised));
    }

    /** Tells this key from others, and does not tell the key. */
    public SearchTerm mark() {
        return mac("");
    }

    private SearchTerm mac(String text) {
        return new SearchTerm(ByteBuffer.wrap(secret.mac(text)).getLong());
    }

    /** Compatible characters are one (NFKC), so are capital and small letters; white space does not count. */
    private static String normalised(String text) {
        StringBuilder normalised = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(each -> !Character.isWhitespace(each) && !Character.isSpaceChar(each))
                .forEach(normalised::appendCodePoint);
        return normalised.toString();
    }
}
