package kz.sheshim.adapter.http.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.sheshim.vocabulary.Phrase;

/** What phrases are in the languages of the desk beside English. The files are {@code desk/phrases_*.po}; they find a translation by the English pattern. */
public final class Translations {
    /** A text in quotes; editors wrap a long one into several, one a line. */
    private static final String TEXT = "((?:[ \t]*\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"[ \t]*\\R?)++)";

    private static final Pattern ENTRY = Pattern.compile("(?m)^msgid" + TEXT + "msgstr" + TEXT);
    private static final Pattern PART = Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
    private static final Map<String, Map<String, String>> BY_TAG = Map.of("ru", read("ru"), "kk", read("kk"));

    private Translations() {}

    /** The translations into the language with this tag, by their patterns; none for English. */
    public static Map<String, String> into(String tag) {
        return BY_TAG.getOrDefault(tag, Map.of());
    }

    /** The phrase in the language with this tag; empty: a part of it is not translated. */
    public static Optional<String> said(Phrase phrase, String tag) {
        return phrase.in(pattern -> Optional.ofNullable(into(tag).get(pattern)));
    }

    private static Map<String, String> read(String tag) {
        String name = "/kz/sheshim/adapter/http/desk/phrases_" + tag + ".po";
        try (InputStream file = Translations.class.getResourceAsStream(name)) {
            return file == null ? Map.of() : parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The translations in a file as gettext and its editors write it. What is not translated yet is left out, and so is the head of the file. */
    static Map<String, String> parse(String file) {
        Map<String, String> translations = new HashMap<>();
        ENTRY.matcher(file).results().forEach(entry -> {
            String pattern = plain(entry.group(1));
            String text = plain(entry.group(2));
            if (!pattern.isEmpty() && !text.isEmpty()) {
                translations.put(pattern, text);
            }
        });
        return translations;
    }

    /** Its parts joined, without their quotes and escapes. */
    private static String plain(String text) {
        return PART.matcher(text)
                .results()
                .map(part -> part.group(1).translateEscapes())
                .collect(Collectors.joining());
    }
}
