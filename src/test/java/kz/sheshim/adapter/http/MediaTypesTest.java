package kz.sheshim.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    private static final List<MediaType> OURS =
            List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE, MediaType.valueOf("application/pdf"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/pdf                          | application/pdf",
                "text/html, application/pdf;q=0.9         | text/html",
                "text/html;q=0.5, application/pdf;q=0.9   | application/pdf",
                "*/*                                      | application/json",
                "text/*                                   | text/html",
                "application/*, application/json;q=0      | application/pdf",
                "application/*;q=0.2, text/html;q=0.3     | text/html",
                "*/*;q=0.1, application/pdf               | application/pdf",
                "text/html;q=high                         | text/html",
                "',,'                                     | application/json",
                "image/png, text/html;q=0                 | none",
                "*/*;q=0                                  | none"
            })
    void theTypeIsTheOneThatTheCallerPrefers(String accept, String type) {
        assertThat(MediaTypes.choose(accept, OURS).map(MediaType::toString).orElse("none"))
                .isEqualTo(type);
    }

    @Test
    void withoutAHeaderItIsTheFirst() {
        assertThat(MediaTypes.choose(null, OURS)).contains(MediaType.APPLICATION_JSON_TYPE);
    }
}
