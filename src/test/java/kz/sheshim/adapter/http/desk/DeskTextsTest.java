package kz.sheshim.adapter.http.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the desk are there in every language, and fill in the same values. */
class DeskTextsTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern VALUE = Pattern.compile("\\{[^}]*}");

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.substring(0, name.length() - "_en.properties".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageSaysEverything(String bundle) throws IOException {
        Properties english = read(bundle, "en");
        for (Language each : DeskLanguages.ALL.all()) {
            String language = each.tag();
            Properties other = read(bundle, language);
            assertThat(new TreeSet<>(other.keySet()))
                    .as(bundle + " " + language)
                    .isEqualTo(new TreeSet<>(english.keySet()));
            english.forEach((key, text) -> {
                String said = other.getProperty(key.toString());
                assertThat(said).as(language + " " + key).isNotBlank();
                assertThat(values(said)).as(language + " " + key).isEqualTo(values(text.toString()));
            });
        }
    }

    /** Qute reads {@code else if !a && b} as if there were no sign: the sign must not come first. */
    @Test
    void noOtherCaseOfATemplateBeginsWithANot() throws IOException {
        Pattern lost = Pattern.compile("\\{#else if !\\S+ (&&|\\|\\||and|or) ");
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates/desk"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(lost);
            }
        }
    }

    @Test
    void quarkusKnowsTheSameLanguages() throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolveSibling("application.properties"))) {
            settings.load(reader);
        }
        assertThat(settings.getProperty("quarkus.locales").split(","))
                .containsExactly(
                        DeskLanguages.ALL.all().stream().map(Language::tag).toArray(String[]::new));
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static Properties read(String bundle, String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(bundle + "_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
