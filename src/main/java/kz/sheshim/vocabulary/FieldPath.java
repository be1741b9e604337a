package kz.sheshim.vocabulary;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names a field of the vocabulary: {@code documents.kind}. */
public record FieldPath(String entity, String field) implements Comparable<FieldPath> {
    private static final Pattern FORM = Pattern.compile("[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*");

    public static Optional<FieldPath> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int dot = text.indexOf('.');
        return Optional.of(new FieldPath(text.substring(0, dot), text.substring(dot + 1)));
    }

    @Override
    public int compareTo(FieldPath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return entity + "." + field;
    }
}
