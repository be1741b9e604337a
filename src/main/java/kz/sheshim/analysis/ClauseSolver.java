package kz.sheshim.analysis;

/**
 * Finds values of yes/no variables under which clauses hold. A literal is a variable's number, or its negative for "not". Clauses MUST stay in force for all later questions; the same
 * clauses and questions MUST bring the same answers. Belongs to one thread.
 */
public interface ClauseSolver {

    /** The answer to a question. */
    enum SearchResult {
        /** There are such values; {@link ClauseSolver#holds} returns them. */
        FOUND,
        /** There are none: a proof. */
        NONE,
        /** The effort allowed for one question was used up. */
        GAVE_UP
    }

    /** Makes solvers. */
    interface Factory {

        /**
         * A solver without clauses.
         *
         * @param maxConflicts maximum number of dead ends that are tried for one question
         */
        ClauseSolver open(int maxConflicts);
    }

    /** A new variable: 1, 2, … */
    int variable();

    /** One of the literals must hold. */
    void add(int... literals);

    /** Are there values under which all clauses hold, and these literals as well? */
    SearchResult solve(int... assumed);

    /** The value of a variable in the answer that was {@link SearchResult#FOUND} last. */
    boolean holds(int variable);
}
