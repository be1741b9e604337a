package kz.sheshim.adapter.http;

import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.facts.JsonParser;

/** The members of the JSON object in the body of a request. */
final class Members {
    private Members() {}

    /** The members. Others than these names are refused: a misspelt one would be ignored. */
    static Map<?, ?> of(byte[] body, List<String> names, JsonParser parser) {
        JsonParser.Parsed parsed = parser.parse(body);
        if (parsed.faults().isEmpty()
                && parsed.value() instanceof Map<?, ?> members
                && names.containsAll(members.keySet())) {
            return members;
        }
        throw Problems.badParameter("the body", "an object with " + String.join(" and ", names));
    }
}
