package kz.sheshim.adapter.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the language of an answer, and names it in the headers of the answer.
 *
 * <p>{@code Request.selectVariant} of RESTEasy Reactive 3.33 is not used: it answers 400 if it cannot read the header, even for
 * an empty element of a list, which RFC 9110 (section 5.6.1.2) tells recipients to ignore, and it finds no Kazakh for
 * {@code kk-Cyrl-KZ}, as the lookup of RFC 4647 does.
 */
public final class Languages {
    private static final List<String> TAGS =
            Arrays.stream(Language.values()).map(Language::tag).toList();

    /** Number of ranges of a header that are read; the others are ignored. */
    private static final int MAX_RANGES = 20;

    private Languages() {}

    /** The language that the caller prefers among ours; English by default. */
    public static Language of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * The same.
     *
     * @param header the value of {@code Accept-Language}; null: there is none
     */
    public static Language of(@Nullable String header) {
        String tag = Locale.lookupTag(wanted(header), TAGS);
        return tag == null ? Language.EN : Language.values()[TAGS.indexOf(tag)];
    }

    /** The languages whose weight is not 0, the preferred one first; none if the header cannot be read. */
    private static List<Locale.LanguageRange> wanted(@Nullable String header) {
        try {
            return header == null
                    ? List.of()
                    : Locale.LanguageRange.parse(first(header)).stream()
                            .filter(range -> range.getWeight() > 0)
                            .toList();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the second for "-" alone (Java 17)
            return List.of();
        }
    }

    /** A header may hold thousands of ranges, and each takes time. */
    private static String first(String header) {
        int end = -1;
        for (int ranges = 0; ranges < MAX_RANGES; ranges++) {
            end = header.indexOf(',', end + 1);
            if (end < 0) {
                return header;
            }
        }
        return header.substring(0, end);
    }

    /** Completes an answer in this language. */
    static Response answer(Response.ResponseBuilder answer, Language language) {
        return answer.header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
