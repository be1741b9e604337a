package kz.sheshim.adapter.http.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import kz.sheshim.vocabulary.Language;

/** Says in the reader's language what kind of fault a finding is. Its message, with what it found and where, is English. */
final class FindingKinds {
    private static final Map<Language, Properties> SENTENCES = new HashMap<>();

    static {
        for (Language language : DeskLanguages.ALL.all()) {
            SENTENCES.put(language, read("findings_" + language.tag() + ".properties"));
        }
    }

    private FindingKinds() {}

    /**
     * One sentence.
     *
     * @param code of the defect
     * @return empty in English, whose message says it all, and for a code that this version does not know
     */
    static String sentence(String code, Language language) {
        return Objects.requireNonNull(SENTENCES.get(language)).getProperty(code, "");
    }

    private static Properties read(String name) {
        Properties sentences = new Properties();
        try (InputStream file = FindingKinds.class.getResourceAsStream(name)) {
            if (file != null) {
                sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
