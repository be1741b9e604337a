package kz.sheshim.adapter.http;

import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.facts.JsonParser;

/** The legal basis of an order to erase or hold a case file. */
final class LegalBasis {
    /** A code: the log keeps it for ever, so it cannot be a text that may name somebody. */
    static final String CODE = "[a-z0-9][a-z0-9.-]{0,63}";

    private LegalBasis() {}

    /** The basis among the members of an order. */
    static String of(Map<?, ?> order) {
        if (order.get("basis") instanceof String code && code.matches(CODE)) {
            return code;
        }
        throw Problems.badParameter("basis", "the code of a legal basis: at most 64 of a-z, 0-9, \".\", \"-\"");
    }

    /** The members of an order, which has no others than these. */
    static Map<?, ?> members(JsonParser parser, byte[] body, List<String> names) {
        JsonParser.Parsed parsed = parser.parse(body);
        if (parsed.faults().isEmpty()
                && parsed.value() instanceof Map<?, ?> members
                && names.containsAll(members.keySet())) {
            return members;
        }
        throw Problems.badParameter("the body", "an object with " + String.join(" and ", names));
    }
}
