package kz.sheshim.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object that was read. What is not there is empty, or 0: earlier versions of the service wrote less. */
record JsonMembers(Map<?, ?> members) {
    /** No members, unless it is an object. */
    static JsonMembers of(@Nullable Object json) {
        return new JsonMembers(json instanceof Map<?, ?> members ? members : Map.of());
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(members.get(name)).map(Object::toString);
    }

    long number(String name) {
        return number(members.get(name));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    boolean yes(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    Optional<JsonMembers> object(String name) {
        return members.get(name) instanceof Map<?, ?> object ? Optional.of(new JsonMembers(object)) : Optional.empty();
    }

    Stream<JsonMembers> objects(String name) {
        return list(name).stream().map(JsonMembers::of);
    }

    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    private List<?> list(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    /** Numbers by their names, in the order of the text. */
    Map<String, Long> counts(String name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        object(name)
                .ifPresent(object ->
                        object.members.forEach((each, number) -> counts.put(String.valueOf(each), number(number))));
        return counts;
    }

    Optional<Phrase> phrase(String name) {
        return has(name) ? Optional.of(Phrase.in(members, name)) : Optional.empty();
    }
}
