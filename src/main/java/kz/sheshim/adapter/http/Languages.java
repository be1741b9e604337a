package kz.sheshim.adapter.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import kz.sheshim.facts.Language;

/** Chooses the language of an answer. */
final class Languages {
    private Languages() {}

    /** The language that the caller likes best among ours; English by default. */
    static Language of(HttpHeaders headers) {
        for (Locale wanted : headers.getAcceptableLanguages()) {
            for (Language language : Language.values()) {
                if (language.tag().equals(wanted.getLanguage())) {
                    return language;
                }
            }
        }
        return Language.EN;
    }
}
