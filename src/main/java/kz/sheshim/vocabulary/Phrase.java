package kz.sheshim.vocabulary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of Sheshim in English, with values in it, that can be said in other languages: {@code The limit is {0} bytes.} Its pattern is the key to its translations.
 *
 * @param pattern names each value by its number in braces
 * @param values phrases, and texts that are the same in every language
 */
public record Phrase(String pattern, List<Object> values) implements Serializable {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9]+)}");

    private static final String BESIDE = "Phrase";

    public Phrase {
        values = List.copyOf(values);
    }

    /**
     * @param pattern a literal, for which a test finds the translations
     * @param values everything but phrases is the same in every language
     */
    public static Phrase of(String pattern, Object... values) {
        List<Object> said = new ArrayList<>();
        for (Object value : values) {
            said.add(value instanceof Phrase ? value : value.toString());
        }
        return new Phrase(pattern, said);
    }

    /** A text that there is only in English. */
    private static Phrase english(String text) {
        return new Phrase(text, List.of());
    }

    /**
     * Phrases in a row.
     *
     * @param separator is the same in every language
     */
    public static Phrase joined(String separator, List<Phrase> phrases) {
        StringBuilder pattern = new StringBuilder();
        for (int place = 0; place < phrases.size(); place++) {
            pattern.append(place == 0 ? "" : separator)
                    .append('{')
                    .append(place)
                    .append('}');
        }
        return new Phrase(pattern.toString(), List.copyOf(phrases));
    }

    /**
     * The text in another language.
     *
     * @param translations of patterns; null: there is none
     * @return empty if a part of it cannot be said in that language
     */
    public Optional<String> in(Function<String, Optional<String>> translations) {
        Optional<String> said =
                pattern.chars().anyMatch(Character::isLetter) ? translations.apply(pattern) : Optional.of(pattern);
        if (said.isEmpty()) {
            return said;
        }
        StringBuilder text = new StringBuilder();
        Matcher place = PLACE.matcher(said.get());
        while (!values.isEmpty() && place.find()) {
            Object value = values.get(Integer.parseInt(place.group(1)));
            Optional<String> inside =
                    value instanceof Phrase phrase ? phrase.in(translations) : Optional.of((String) value);
            if (inside.isEmpty()) {
                return inside;
            }
            place.appendReplacement(text, Matcher.quoteReplacement(inside.get()));
        }
        return Optional.of(place.appendTail(text).toString());
    }

    /** In English. */
    @Override
    public String toString() {
        return in(Optional::of).orElseThrow();
    }

    /** Puts the text in English under this name, and beside it what it is said of in other languages ({@link #json}). */
    public void putInto(Map<String, ? super Object> json, String name) {
        json.put(name, toString());
        json.put(name + BESIDE, json());
    }

    /** The phrase that was put under this name; in English, if only its text was. */
    public static Phrase in(Map<?, ?> json, String name) {
        return json.get(name + BESIDE) instanceof List<?> lists
                ? ofJson(lists)
                : english(String.valueOf(json.get(name)));
    }

    /** As lists, for JSON: the pattern, and after it the values, which are texts or such lists. */
    List<Object> json() {
        List<Object> json = new ArrayList<>(List.of(pattern));
        values.forEach(value -> json.add(value instanceof Phrase phrase ? phrase.json() : value));
        return json;
    }

    private static Phrase ofJson(List<?> json) {
        return new Phrase(
                (String) json.get(0),
                json.stream()
                        .skip(1)
                        .map(value -> value instanceof List<?> inside ? ofJson(inside) : value)
                        .toList());
    }
}
