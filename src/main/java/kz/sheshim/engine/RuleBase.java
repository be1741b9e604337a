package kz.sheshim.engine;

import kz.sheshim.engine.index.Candidates;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.DecisionTable;
import org.jspecify.annotations.Nullable;

/** The compiled rules of one revision: the rows of its tables and rules/*.drl, in one rule base. Any number of sessions may be open at a time. */
public interface RuleBase extends AutoCloseable {

    /**
     * Opens a session on the facts of one application. The caller says by {@link Session#update} and {@link Session#add} what is put into these facts later.
     *
     * @param deadline MUST be checked while rules fire
     */
    Session open(Facts facts, Deadline deadline);

    /** Gives up the compiled rules. No session may be open. */
    @Override
    void close();

    /** The rules at work on one application; belongs to one thread. Its methods throw {@link RulesNeverEnd} when a rule of rules/*.drl does not stop firing. */
    interface Session extends AutoCloseable {

        /**
         * Puts the candidates from {@code from} (inclusive) to {@code to} (exclusive) to the rules. MUST confirm exactly those whose rule evaluated all its conditions
         * and fired, each with whether all its conditions are true (else some are unknown and none is false).
         */
        void confirm(DecisionTable table, Candidates candidates, int from, int to);

        /** Derives a field by rules/*.drl: the value of each instance, null where no rule set one. */
        @Nullable
        Object[] derive(FactSlot derived);

        /** Takes over the fact that the facts now have for this field of the instance. */
        void update(FactSlot slot, int instance);

        /** Takes over the instances of an entity that the facts had none of when the session was opened. */
        void add(String entity);

        @Override
        void close();
    }
}
