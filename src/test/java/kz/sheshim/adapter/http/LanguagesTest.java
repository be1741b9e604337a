package kz.sheshim.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.sheshim.vocabulary.Language;
import org.jboss.resteasy.reactive.server.core.request.ServerDrivenNegotiation;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language an answer gets, and why the framework does not choose it. */
class LanguagesTest {
    private static Language chosen(String header) {
        return Languages.of(
                new HttpHeadersImpl(Map.of(HttpHeaders.ACCEPT_LANGUAGE, header).entrySet()));
    }

    @Test
    void onlyTheFirstRangesOfALongHeaderAreRead() {
        assertThat(chosen("de,".repeat(19) + "ru")).isEqualTo(Language.RU);
        assertThat(chosen("de,".repeat(20) + "ru")).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru                         | RU",
                "kk-KZ, en;q=0.5            | KK",
                "kk-Cyrl-KZ                 | KK",
                "de, ru;q=0.8, *;q=0.1      | RU",
                "ru;q=0.5, kk;q=0.9         | KK",
                "de                         | EN",
                "*                          | EN",
                "ru;q=0                     | EN",
                "ru;q=0, kk;q=0, *          | EN",
                "ru;q=abc                   | EN",
                ";;                         | EN",
                "-                          | EN",
                "ru,,en                     | EN"
            })
    void languageIsThePreferredOneOfOurs(String header, Language language) {
        assertThat(chosen(header)).isEqualTo(language);
    }

    private static Variant chosenByRestEasy(String header) {
        ServerDrivenNegotiation negotiation = new ServerDrivenNegotiation();
        negotiation.setAcceptLanguageHeaders(List.of(header));
        return negotiation.getBestMatch(
                Variant.languages(Locale.forLanguageTag("en"), Locale.forLanguageTag("ru"), Locale.forLanguageTag("kk"))
                        .build());
    }

    @Test
    void restEasyStillRefusesOrMissesWhatWeRead() {
        String hint = "RESTEasy has changed: use Request.selectVariant in Languages";
        for (String header : List.of("ru,,en", "ru;q=abc")) {
            assertThatThrownBy(() -> chosenByRestEasy(header)).as(hint).isInstanceOf(BadRequestException.class);
        }
        assertThat(chosenByRestEasy("kk-Cyrl-KZ")).as(hint).isNull();
    }

    @Test
    void entityTagsOfTheFrameworkStillCompareStrongly() {
        assertThat(EntityTag.valueOf("W/\"x\""))
                .as("a weak tag now equals the strong one: use Request.evaluatePreconditions in Conditional")
                .isNotEqualTo(new EntityTag("x"));
    }
}
