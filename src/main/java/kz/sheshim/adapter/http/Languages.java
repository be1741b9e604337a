package kz.sheshim.adapter.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import kz.sheshim.facts.Language;

/** Chooses the language of an answer, and says it in its headers. */
final class Languages {
    private Languages() {}

    /** The language that the caller likes best among ours; English by default. */
    static Language of(HttpHeaders headers) {
        for (Locale wanted : acceptable(headers)) {
            for (Language language : Language.values()) {
                if (language.tag().equals(wanted.getLanguage())) {
                    return language;
                }
            }
        }
        return Language.EN;
    }

    /** A header that cannot be read asks for nothing. */
    private static List<Locale> acceptable(HttpHeaders headers) {
        try {
            return headers.getAcceptableLanguages();
        } catch (WebApplicationException | IllegalArgumentException e) {
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
