package kz.sheshim.adapter.drools;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** What the rule of a table tells that the table's turn has come. Public, since compiled rules call it. */
public final class Examiner {
    private int[] turns = {};
    private int told;

    public void examine(int place) {
        if (told == turns.length) {
            turns = Arrays.copyOf(turns, 2 * told + 8);
        }
        turns[told++] = place;
    }

    /** Lets the session fire a group of rules, and has the tables examined whose turn it was, one after the other. */
    void during(TableSession session, String group, IntConsumer examine) {
        told = 0;
        session.fire(group);
        for (int turn = 0; turn < told; turn++) {
            examine.accept(turns[turn]);
        }
    }
}
