package kz.sheshim.adapter.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Languages;
import org.jspecify.annotations.Nullable;

/**
 * The languages that a caller prefers, for choosing the language of an answer, which is named in its headers.
 *
 * <p>{@code Request.selectVariant} of RESTEasy Reactive 3.33 is not used: it answers 400 if it cannot read the header, even for
 * an empty element of a list, which RFC 9110 (section 5.6.1.2) tells recipients to ignore, and it finds no Kazakh for
 * {@code kk-Cyrl-KZ}, as the lookup of RFC 4647 does.
 *
 * @param ranges those whose weight is not 0, the preferred one first; none if the header cannot be read
 */
public record AcceptLanguage(List<String> ranges) {
    /** Number of ranges of a header that are read; the others are ignored. */
    private static final int MAX_RANGES = 20;

    public AcceptLanguage {
        ranges = List.copyOf(ranges);
    }

    public static AcceptLanguage of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** @param header the value of {@code Accept-Language}; null: there is none */
    public static AcceptLanguage of(@Nullable String header) {
        try {
            return new AcceptLanguage(
                    header == null
                            ? List.of()
                            : Locale.LanguageRange.parse(first(header)).stream()
                                    .filter(range -> range.getWeight() > 0)
                                    .map(Locale.LanguageRange::getRange)
                                    .toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the second for "-" alone (Java 17)
            return new AcceptLanguage(List.of());
        }
    }

    /** The language that the caller prefers among these; by default the first one. */
    public Language among(Languages languages) {
        return ranges.stream()
                .flatMap(range -> languages.near(range).stream())
                .findFirst()
                .orElse(languages.first());
    }

    /** The language of an answer that shows what this ruleset says. */
    public Language in(Ruleset ruleset) {
        return among(ruleset.policy().languages());
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
        return answer(answer, language.tag());
    }

    /** Completes an answer in these languages: their tags with commas. */
    static Response answer(Response.ResponseBuilder answer, String languages) {
        return answer.header(HttpHeaders.CONTENT_LANGUAGE, languages)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
