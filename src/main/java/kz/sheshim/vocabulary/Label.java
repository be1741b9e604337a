package kz.sheshim.vocabulary;

import java.util.List;
import java.util.function.Function;

/**
 * One text in several languages.
 *
 * @param texts one for each language, in the same order
 */
public record Label(Languages languages, List<String> texts) {
    /** No text in any language. */
    public static final Label NONE = same("");

    public Label {
        texts = List.copyOf(texts);
        if (texts.size() != languages.all().size()) {
            throw new IllegalArgumentException(texts.size() + " texts in the languages " + languages);
        }
    }

    /** The label with this text in each language. */
    public static Label of(Languages languages, Function<Language, String> text) {
        return new Label(languages, languages.all().stream().map(text).toList());
    }

    /** The label that is the same in every language. */
    public static Label same(String text) {
        return new Label(Languages.ANY, List.of(text));
    }

    /** The text in this language, or in the one that is closest to it if there is none in it. */
    public String in(Language language) {
        int index = texts.size() == 1 ? 0 : languages.all().indexOf(language);
        return texts.get(index < 0 ? languages.all().indexOf(languages.closest(language)) : index);
    }
}
