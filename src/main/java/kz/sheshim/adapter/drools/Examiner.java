package kz.sheshim.adapter.drools;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What the rule of a table tells that the table's turn has come. Public, since compiled rules call it. */
public final class Examiner {
    private @Nullable IntConsumer examine;
    private @Nullable RuntimeException failure;

    /** A failure must not reach the rule engine, which would wrap it and keep what was to follow for the next application. */
    public void examine(int place) {
        IntConsumer told = examine;
        if (told == null || failure != null) {
            return;
        }
        try {
            told.accept(place);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Lets the session fire a group of rules, and throws what was thrown meanwhile. */
    void during(TableSession session, String group, IntConsumer told) {
        examine = told;
        failure = null;
        session.fire(group);
        examine = null;
        if (failure != null) {
            throw failure;
        }
    }
}
