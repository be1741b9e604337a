package kz.sheshim.publication;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Verdict;

/**
 * Is told what the service does, to count and time it for those who look after it. It MUST return at once, MUST NOT fail, and MUST NOT pass on anything
 * that an application says: only codes of the policy leave it.
 */
public interface Telemetry {

    /** An application was handed in to be decided. Called where the request came in. */
    Course begin();

    /** A verdict was recorded. */
    void recorded(Verdict verdict);

    /** A ruleset was read, compiled and put in force, which took so long. */
    void loaded(Ruleset ruleset, long nanos);

    /** A ruleset could not be put in force; finding that out took so long. */
    void notLoaded(long nanos);

    /** Whether the files of the policy are refused now, to be looked at now and then. */
    void refusal(BooleanSupplier refused);

    /** A queue that can hold so many, to be looked at now and then. */
    void queue(String name, int most, IntSupplier waiting);

    /** The way of one application, told by whoever takes it further: each is called at most once, in this order. */
    interface Course {

        /** It waits no longer: a thread reads and decides it. */
        void started();

        /** It was decided, or refused, and only waits for the record. */
        void decided();

        /** Whether it was recorded is known. */
        void ended(boolean recorded);
    }
}
