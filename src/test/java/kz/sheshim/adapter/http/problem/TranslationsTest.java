package kz.sheshim.adapter.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TranslationsTest {
    @Test
    void textsThatAnEditorWrappedAreJoined() {
        String file =
                """
                # head
                msgid ""
                msgstr ""
                "Language: ru\\n"

                #: Some.java:12
                msgid ""
                "The limit of {0} "
                "is \\"near\\"."
                msgstr ""
                "Близко к "
                "«{0}»: C:\\\\\\"n\\"."

                msgid "not yet"
                msgstr ""

                msgid "rule"
                msgstr "правило"
                """;
        assertThat(Translations.parse(file))
                .isEqualTo(Map.of("The limit of {0} is \"near\".", "Близко к «{0}»: C:\\\"n\".", "rule", "правило"));
        assertThat(Translations.parse(file.replace("\n", "\r\n"))).hasSize(2);
    }
}
