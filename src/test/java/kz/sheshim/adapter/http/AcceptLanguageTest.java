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
import kz.sheshim.vocabulary.Languages;
import org.jboss.resteasy.reactive.server.core.request.ServerDrivenNegotiation;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language an answer gets, and why the framework does not choose it. */
class AcceptLanguageTest {
    private static Language chosen(String header) {
        return AcceptLanguage.of(new HttpHeadersImpl(
                        Map.of(HttpHeaders.ACCEPT_LANGUAGE, header).entrySet()))
                .among(Languages.USUAL);
    }

    @Test
    void onlyTheFirstRangesOfALongHeaderAreRead() {
        assertThat(chosen("de,".repeat(19) + "ru")).isEqualTo(Language.of("ru"));
        assertThat(chosen("de,".repeat(20) + "ru")).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru                         | ru",
                "kk-KZ, en;q=0.5            | kk",
                "kk-Cyrl-KZ                 | kk",
                "de, ru;q=0.8, *;q=0.1      | ru",
                "ru;q=0.5, kk;q=0.9         | kk",
                "de                         | en",
                "*                          | en",
                "ru;q=0                     | en",
                "ru;q=0, kk;q=0, *          | en",
                "ru;q=abc                   | en",
                ";;                         | en",
                "-                          | en",
                "ru,,en                     | en"
            })
    void languageIsThePreferredOneOfOurs(String header, String language) {
        assertThat(chosen(header)).isEqualTo(Language.of(language));
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
        String hint = "RESTEasy has changed: use Request.selectVariant in AcceptLanguage";
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
