package kz.sheshim.proof;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.sheshim.facts.JsonParser;
import org.jspecify.annotations.Nullable;

/** The result as the text of a verdict says it. The parts of a result stand beside the verdict, and must say the same. */
final class StatedResult {
    static final String OUTCOME = "outcome";
    static final String GROUNDS = "grounds";
    static final String FILED_ON = "filedOn";
    static final List<String> PARTS = List.of(OUTCOME, GROUNDS, FILED_ON);

    private StatedResult() {}

    /** The parts of the result by name: a String, a List of String, a String. Empty if the text is not a verdict. */
    static Map<String, Object> of(String verdict, JsonParser parser) {
        JsonParser.Parsed parsed = parser.parse(verdict.getBytes(StandardCharsets.UTF_8));
        if (!parsed.faults().isEmpty()
                || !parsed.text().equals(verdict)
                || !(parsed.value() instanceof Map<?, ?> members)
                || !(members.get(OUTCOME) instanceof String outcome)
                || !(members.get(FILED_ON) instanceof String filedOn)) {
            return Map.of();
        }
        List<String> grounds = codes(members.get(GROUNDS));
        return grounds == null ? Map.of() : Map.of(OUTCOME, outcome, GROUNDS, grounds, FILED_ON, filedOn);
    }

    /** Each code once. */
    private static @Nullable List<String> codes(@Nullable Object grounds) {
        if (!(grounds instanceof List<?> list)) {
            return null;
        }
        Set<String> codes = new LinkedHashSet<>();
        for (Object ground : list) {
            if (!(ground instanceof Map<?, ?> members) || !(members.get("code") instanceof String code)) {
                return null;
            }
            codes.add(code);
        }
        return List.copyOf(codes);
    }
}
