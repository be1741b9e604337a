package kz.sheshim.adapter.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** The members of the JSON object in the body of a request. */
final class Members {
    private static final int NAMED = 5;

    private Members() {}

    /** The members. Others than these names are refused: a misspelt one would be ignored. */
    static Map<?, ?> of(byte[] body, List<String> names, JsonParser parser) {
        return ofOne(body, List.of(names), parser);
    }

    /** The members; all have names of the same one of these lists. */
    static Map<?, ?> ofOne(byte[] body, List<List<String>> forms, JsonParser parser) {
        JsonParser.Parsed parsed = parser.parse(body);
        if (parsed.faults().isEmpty()
                && parsed.value() instanceof Map<?, ?> members
                && forms.stream().anyMatch(names -> names.containsAll(members.keySet()))) {
            return members;
        }
        String known =
                forms.stream().map(names -> String.join(" and ", names)).collect(Collectors.joining(", or with "));
        String unknown = unknown(parsed.value(), forms);
        throw Problems.badParameter(
                "the body",
                unknown.isEmpty()
                        ? Phrase.of("the body must be an object with {0}.", known)
                        : Phrase.of("the body must be an object with {0}, and without {1}.", known, unknown));
    }

    /** The members that no form has. */
    private static String unknown(@Nullable Object value, List<List<String>> forms) {
        return value instanceof Map<?, ?> members
                ? members.keySet().stream()
                        .map(String::valueOf)
                        .filter(name -> forms.stream().noneMatch(names -> names.contains(name)))
                        .map(Wording::quote)
                        .limit(NAMED)
                        .collect(Collectors.joining(", "))
                : "";
    }
}
