package kz.sheshim.adapter.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.vocabulary.Phrase;

/** The members of the JSON object in the body of a request. */
final class Members {
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
        throw Problems.badParameter(
                "the body",
                Phrase.of(
                        "the body must be an object with {0}.",
                        forms.stream()
                                .map(names -> String.join(" and ", names))
                                .collect(Collectors.joining(", or with "))));
    }
}
