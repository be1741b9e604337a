package kz.sheshim.facts;

import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an application.
 *
 * @param path where, as a JSONPath (RFC 9535): {@code $.documents[0].kind}
 * @param phrase what is wrong and what is expected
 * @param nearest the right name that was perhaps meant
 */
public record Fault(String path, Phrase phrase, @Nullable String nearest) {
    /** The phrase in English. */
    public String message() {
        return phrase.toString();
    }
}
