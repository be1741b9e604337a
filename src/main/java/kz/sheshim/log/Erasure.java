package kz.sheshim.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The erasure of a case file. It is an entry of the log itself.
 *
 * @param decision the decision whose case file was erased
 * @param erased the entry of that decision, which stays
 * @param entry the entry of the erasure
 */
public record Erasure(DecisionId decision, EntryNumber erased, EntryNumber entry, Instant at, Order order) {
    /** The kind of the statement of an erasure. */
    public static final String KIND = "sheshim-erasure/v1";

    /** The name of the line with the legal basis. */
    public static final String BASIS = "basis";

    /** The statement of an erasure. It names the case by its id and says nothing of a person. */
    public static Statement statement(DecisionId decision, Instant at, String basis) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("id", decision.toString());
        lines.put("at", Moments.text(at));
        lines.put(BASIS, basis);
        return Statement.of(KIND, lines);
    }
}
