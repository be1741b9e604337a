package kz.sheshim.adapter.http.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Vocabulary;

/** Names facts in words: {@code documents[0].kind} is the kind of document 1. */
record FactNames(Vocabulary vocabulary, Language language) {
    private static final Pattern PATH = Pattern.compile("([A-Za-z0-9]+)(?:\\[([0-9]{1,9})])?\\.([A-Za-z0-9]+)");

    /** The fact with this path; the path itself if the vocabulary does not know it. */
    String of(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return path;
        }
        String index = parts.group(2);
        return vocabulary
                .field(new FieldPath(parts.group(1), parts.group(3)))
                .map(field -> entity(field, index == null ? "" : " " + (Integer.parseInt(index) + 1)) + ": "
                        + field.label().in(language))
                .orElse(path);
    }

    private String entity(Field field, String number) {
        return vocabulary
                .entity(field.path().entity())
                .map(Entity::label)
                .map(label -> label.in(language) + number)
                .orElse("");
    }
}
