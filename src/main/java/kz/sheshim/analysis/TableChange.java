package kz.sheshim.analysis;

import java.util.List;
import kz.sheshim.vocabulary.Phrase;

/** How the meaning of a table has changed. */
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

    /** The tables could not be compared. */
    record NotCompared(Phrase reason) implements TableChange {}

    /** A case, with the conclusions before and after the change. */
    record ChangedCase(Phrase situation, Phrase before, Phrase after) {}
}
