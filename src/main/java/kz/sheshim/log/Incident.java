package kz.sheshim.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.sheshim.log.tree.Checkpoint;

/** The statement that the log went on although it did not continue a checkpoint that it had signed or seen. */
public final class Incident {
    /** The kind of the statement. */
    public static final String KIND = "sheshim-incident/v1";

    private Incident() {}

    /**
     * @param expected the checkpoint that the log does not continue
     * @param found the newest checkpoint of the database
     */
    public static Statement statement(Checkpoint expected, Checkpoint found, Instant at) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("at", Moments.text(at));
        lines.put("expected", line(expected));
        lines.put("found", line(found));
        return Statement.of(KIND, lines);
    }

    private static String line(Checkpoint checkpoint) {
        return checkpoint.origin() + " " + checkpoint.size() + " " + checkpoint.root();
    }
}
