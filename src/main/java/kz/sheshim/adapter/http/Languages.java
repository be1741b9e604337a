package kz.sheshim.adapter.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/** Chooses the language of an answer, and says it in its headers. */
public final class Languages {
    private static final List<String> TAGS =
            Arrays.stream(Language.values()).map(Language::tag).toList();

    private Languages() {}

    /** The language that the caller likes best among ours; English by default. */
    public static Language of(HttpHeaders headers) {
        String tag = Locale.lookupTag(wanted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), TAGS);
        return tag == null ? Language.EN : Language.values()[TAGS.indexOf(tag)];
    }

    /** What is not refused by its weight, best first; a header that cannot be read asks for nothing. */
    private static List<Locale.LanguageRange> wanted(@Nullable String header) {
        try {
            return header == null
                    ? List.of()
                    : Locale.LanguageRange.parse(header).stream()
                            .filter(range -> range.getWeight() > 0)
                            .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** An answer in this language. */
    static Response answer(Response.ResponseBuilder answer, Language language) {
        return answer.header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
