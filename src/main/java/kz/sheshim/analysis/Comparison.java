package kz.sheshim.analysis;

import java.util.List;

/** In what a table means something else than before. */
public sealed interface Comparison {

    /** The same conclusions in every case. */
    record Equivalent() implements Comparison {}

    /**
     * Cases that together cover all in which the conclusions differ; without one of them they would not.
     *
     * @param all false: there are more than are listed
     */
    record Differs(List<Difference> cases, boolean all) implements Comparison {
        public Differs {
            cases = List.copyOf(cases);
        }
    }

    /** Nothing can be said. */
    record NotCompared(String reason) implements Comparison {}

    /** One case, and what was and is concluded. */
    record Difference(String situation, String before, String after) {}
}
