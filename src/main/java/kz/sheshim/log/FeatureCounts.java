package kz.sheshim.log;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Counts decisions by their features. Features are taken from recorded decisions in the background, so the newest decisions count some seconds later; those
 * whose case files were erased count by outcome and ground only.
 */
public interface FeatureCounts {

    /** What of a case file has features: the facts and the verdict, as JSON. */
    record Recorded(String read, String verdict) {}

    /** The number of decisions with the feature of this name. */
    record Count(String name, long decisions) {}

    /** Takes the features of the next decisions. Returns whether there may be more. */
    boolean take(Function<Recorded, Set<Feature>> features);

    /**
     * The features that decisions of each of several times have, the most frequent first. A decision near the ends may be counted on the other side, if
     * several services recorded by clocks that differ.
     *
     * @param beginning what the names begin with
     * @param bounds the first time begins at the first one and ends before the second one, where the second time begins, and so on
     */
    List<List<Count>> of(Feature.Kind kind, String beginning, List<Instant> bounds);

    /** The names of the features that a decision of a time has. */
    Set<String> occurring(Feature.Kind kind, Instant from, Instant until);

    /** The number of decisions of a time that have this feature. */
    long of(Feature feature, Instant from, Instant until);

    /** Whether a decision had the feature, as far as features were taken. */
    boolean has(Feature feature);

    /** The names of the features of a kind, in their order. */
    List<String> names(Feature.Kind kind, int max);
}
