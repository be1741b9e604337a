package kz.sheshim.engine;

import java.util.function.IntConsumer;
import kz.sheshim.engine.index.Found;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** The compiled rules of one revision. Any number of sessions may be open at a time. */
public interface RuleBase extends AutoCloseable {

    /** Opens a session on the facts of one application. */
    Session open(Facts facts);

    /** Gives up the compiled rules. */
    @Override
    void close();

    /** The rules at work on one application; belongs to one thread. */
    interface Session extends AutoCloseable {

        /** Has the tables of the part examined in their order, each named by its place in the plan. */
        default void run(Plan.Part part, IntConsumer examine) {
            inOrder(part, examine);
        }

        /** Examines the tables of a part one after the other, without any rules that say so. */
        static void inOrder(Plan.Part part, IntConsumer examine) {
            for (Plan.Planned planned : part.steps()) {
                if (planned.step() instanceof Plan.Step.Examine) {
                    examine.accept(planned.place());
                }
            }
        }

        /**
         * Finds the rules of the table that are not ruled out, by instance and in the order of the rows. MUST find each of them, MUST NOT find a rule that a known fact rules
         * out, and MUST say of each whether all its conditions hold.
         */
        void match(DecisionTable table, Found found);

        /** What rules/*.drl derive for the field: the value of each instance, null where they set none. */
        @Nullable
        Object[] derive(Field field);

        /** Takes up what the facts say now of this field of the instance. */
        void update(FactSlot slot, int index);

        /** Takes up the instances of an entity that the facts did not have when the session was opened. */
        void add(String entity);

        @Override
        void close();
    }
}
