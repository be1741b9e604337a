package kz.sheshim.analysis;

import java.util.List;

/** In what a table means something else than before. */
public sealed interface TableChange {

    /** The same conclusions in every case. */
    record Equivalent() implements TableChange {}

    /**
     * Cases that together cover all in which the conclusions differ; without one of them they would not.
     *
     * @param all false: there are more than are listed
     */
    record Differs(List<ChangedCase> cases, boolean all) implements TableChange {
        public Differs {
            cases = List.copyOf(cases);
        }
    }

    /** Nothing can be said. */
    record NotCompared(String reason) implements TableChange {}

    /** One case, and what was and is concluded. */
    record ChangedCase(String situation, String before, String after) {}
}
