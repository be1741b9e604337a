package kz.sheshim.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.facts.Facts;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictDifference;

/**
 * Decides a sample of decisions again, after they were recorded, by a plain reading of every row. A difference means that the index missed a row, that a compiled rule
 * is wrong, or that a session kept something of another application: it is an alarm.
 */
public final class SecondOpinion {

    /** Tells operators. MUST return at once and MUST NOT fail. */
    public interface Alarm {

        /** A decision was made again and is the same. */
        void agreed();

        /** A decision was made again and differs; {@code differences} name tables, rules and parts of the verdict, and no value of the application. */
        void disagreed(LoadedRuleset revision, List<String> differences);

        /** A decision of the sample was not made again: too many were waiting. */
        void skipped();
    }

    private final double share;
    private final DoubleSupplier random;
    private final Executor executor;
    private final Alarm alarm;

    /**
     * @param share of the decisions that are made again, from 0 (none) to 1 (all)
     * @param random numbers from 0 (inclusive) to 1 (exclusive)
     * @param executor away from the threads that decide; it may refuse
     */
    public SecondOpinion(double share, DoubleSupplier random, Executor executor, Alarm alarm) {
        this.share = share;
        this.random = random;
        this.executor = executor;
        this.alarm = alarm;
    }

    /** Makes the decision again later, if it falls into the sample. */
    void ask(LoadedRuleset revision, Facts facts, Verdict verdict) {
        if (share <= 0 || random.getAsDouble() >= share || !revision.acquire()) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    compare(revision, facts, verdict);
                } finally {
                    revision.release();
                }
            });
        } catch (RejectedExecutionException e) {
            revision.release();
            alarm.skipped();
        }
    }

    private void compare(LoadedRuleset revision, Facts facts, Verdict verdict) {
        List<String> differences = new ArrayList<>();
        try {
            DecidingPolicy.Comparison comparison = revision.policy().compare(facts);
            Stream.concat(
                            comparison.disagreements().stream().map(Object::toString),
                            VerdictDifference.between(verdict, comparison.verdict()).stream()
                                    .map(VerdictDifference::what))
                    .forEach(differences::add);
        } catch (RulesConflict e) {
            differences.add("by the reference, these rules contradict each other: " + e.rules());
        } catch (RuntimeException e) {
            differences.add("the reference fails with " + e.getClass().getSimpleName());
        }
        if (differences.isEmpty()) {
            alarm.agreed();
        } else {
            alarm.disagreed(revision, differences);
        }
    }
}
