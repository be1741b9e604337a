package kz.sheshim.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kz.sheshim.verdict.Ground;

/**
 * What makes a decision provable: the statement of its entry, and the two secrets that open the commitments in it. The result stays open as long as the log
 * exists; the case file can be erased, and its secret with it.
 *
 * @param result opens the commitment to outcome, grounds and day of filing
 * @param caseFile opens the commitment to everything else
 */
public record Seal(Statement statement, Secret result, Secret caseFile) {
    /** The kind of the statement of a decision. */
    public static final String DECISION = "sheshim-decision/v1";

    /** The name of the line that says what decided. */
    public static final String ENGINE = "engine";

    /**
     * @param personal a part for each fact of the application that is personal data
     * @param secrets gives a new secret each time
     */
    public static Seal of(Decision decision, List<Part> personal, Supplier<Secret> secrets) {
        return of(decision, personal, secrets.get(), secrets.get());
    }

    /** The seal that the decision has with these secrets. */
    public static Seal of(Decision decision, List<Part> personal, Secret result, Secret caseFile) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("id", decision.id().toString());
        lines.put("at", Moments.text(decision.decidedAt()));
        lines.put("revision", decision.revision().value());
        lines.put(ENGINE, decision.engine());
        lines.put("result", Commitment.to(result(decision), result).base64());
        lines.put(
                "content", Commitment.to(caseFile(decision, personal), caseFile).base64());
        return new Seal(Statement.of(DECISION, lines), result, caseFile);
    }

    /** The parts that stay with the entry. */
    public static List<Part> result(Decision decision) {
        return List.of(
                Part.of("outcome", decision.verdict().outcome()),
                Part.of("grounds", groundCodes(decision)),
                Part.of("filedOn", decision.verdict().filedOn()));
    }

    /** The codes of the grounds, each once. */
    public static List<String> groundCodes(Decision decision) {
        return decision.verdict().grounds().stream()
                .map(Ground::code)
                .distinct()
                .toList();
    }

    /**
     * The parts that can be erased.
     *
     * @param personal a part for each fact of the application that is personal data
     */
    public static List<Part> caseFile(Decision decision, List<Part> personal) {
        List<Part> parts = new ArrayList<>(List.of(
                Part.of("application", decision.received()),
                Part.of("facts", decision.read()),
                Part.of("verdict", decision.verdictText()),
                Part.of("groundCells", decision.groundCells()),
                Part.of("reference", decision.reference()),
                Part.of("submitter", decision.submitter().name())));
        parts.addAll(personal);
        return parts;
    }
}
