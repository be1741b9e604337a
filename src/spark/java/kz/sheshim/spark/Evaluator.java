package kz.sheshim.spark;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Map;

/**
 * Decides parts of the record again and adds up what they come to. This interface is all that Spark and the core have in common: each has its own class loader,
 * and only types of the JDK and those nested here are known to both. Any number of threads.
 */
public interface Evaluator {

    /**
     * What is to be done: the impact of {@code after} on {@code before}, or, if both are null, a replay.
     *
     * @param revisions the files of each revision, by their paths
     * @param before a name in {@code revisions}
     * @param after a name in {@code revisions}
     */
    record Assignment(Map<String, Map<String, byte[]>> revisions, String before, String after) implements Serializable {}

    /**
     * A recorded decision.
     *
     * @param received null: the case file is gone
     * @param verdict null as well
     * @param erased whether its erasure is recorded
     */
    record Decision(long entry, String id, String revision, String received, String verdict, boolean erased) {}

    /** The report on some decisions, in a form for {@link #sum} and {@link #json} of an evaluator with the same assignment. */
    byte[] report(Iterator<Decision> decisions);

    /** The report on the decisions of both. */
    byte[] sum(byte[] one, byte[] other);

    /** A report as the service writes it. */
    String json(byte[] report);

    /** Whether no verdict of a replay is another now. An impact finds nothing wrong. */
    boolean isClean(byte[] report);
}
