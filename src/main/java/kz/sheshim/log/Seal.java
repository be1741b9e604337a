package kz.sheshim.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kz.sheshim.policy.Revision;

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

    /** The names of the lines of the statement. */
    public static final String ID = "id";

    public static final String AT = "at";
    public static final String REVISION = "revision";
    public static final String ENGINE = "engine";
    public static final String RESULT = "result";
    public static final String CONTENT = "content";

    /**
     * Seals a decision.
     *
     * @param personal a part for each fact of the application that is personal data
     * @param secrets gives a new secret each time
     */
    public static Seal of(Decision decision, List<Part> personal, Supplier<Secret> secrets) {
        Secret result = secrets.get();
        Secret caseFile = secrets.get();
        return new Seal(
                statement(
                        decision.id(),
                        decision.decidedAt(),
                        decision.revision(),
                        decision.engine(),
                        Commitment.to(Result.of(decision.verdict()).parts(), result),
                        Commitment.to(CaseFile.of(decision).parts(personal), caseFile)),
                result,
                caseFile);
    }

    /** The statement of a decision. */
    public static Statement statement(
            DecisionId id, Instant at, Revision revision, String engine, Commitment result, Commitment content) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(ID, id.toString());
        lines.put(AT, Moments.text(at));
        lines.put(REVISION, revision.value());
        lines.put(ENGINE, engine);
        lines.put(RESULT, result.base64());
        lines.put(CONTENT, content.base64());
        return Statement.of(DECISION, lines);
    }
}
