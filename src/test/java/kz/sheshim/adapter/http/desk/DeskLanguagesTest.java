package kz.sheshim.adapter.http.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskLanguagesTest {
    @ParameterizedTest
    @CsvSource({
        "en, Åland apple Banana zebra",
        "ru, Азербайджан Германия Йемен Швейцария Япония",
        "kk, Ангола Әзербайжан Бельгия Гана Ғана Кения Қазақстан Ұлыбритания Ыстық Ірландия Юта"
    })
    void wordsStandInTheOrderOfTheirLanguage(String tag, String words) {
        List<String> ordered = List.of(words.split(" "));
        assertThat(ordered.stream().sorted().sorted(DeskLanguages.order(Language.of(tag))))
                .containsExactlyElementsOf(ordered);
    }

    @Test
    void choicesStandInTheOrderOfTheirLabelsAndNotOfTheirCodes() {
        Map<String, String> countries = new TreeMap<>(Map.of("AUT", "Австрия", "CHE", "Швейцария", "DEU", "Германия"));
        assertThat(Shown.choices(countries, (code, label) -> label, Language.of("ru"))
                        .values())
                .containsExactly("Австрия", "Германия", "Швейцария");
    }
}
