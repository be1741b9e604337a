package kz.sheshim.decision;

import java.util.List;
import java.util.Map;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Field;
import kz.sheshim.table.DecisionTable;

/** The compiled rules of one revision. Any number of sessions may be open at a time. */
public interface RuleBase extends AutoCloseable {

    /** Opens a session on the facts of one application. */
    Session open(Facts facts);

    /** Gives up the compiled rules. */
    @Override
    void close();

    /** The rules at work on one application; belongs to one thread. */
    interface Session extends AutoCloseable {

        /** A rule that is not ruled out for the instance with this index. */
        record Candidate(String rule, int index, boolean holds) {}

        /**
         * The rules of the table that are not ruled out, in any order. MUST find each of them, MUST NOT find a rule that a known fact rules out, and MUST say of each whether
         * all its conditions hold.
         */
        List<Candidate> match(DecisionTable table);

        /** What rules/*.drl derive for the field: the facts whose value they set. */
        Map<FactPath, Object> derive(Field field);

        /** Takes up what the facts say now of this field. */
        void update(FactPath path);

        /** Takes up the instances of an entity that the facts did not have when the session was opened. */
        void add(String entity);

        @Override
        void close();
    }
}
