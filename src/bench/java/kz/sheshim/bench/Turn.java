package kz.sheshim.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whose turn it is on a thread: all take turns. */
@State(Scope.Thread)
public class Turn {
    private int next;

    <T> T of(List<T> all) {
        T taken = all.get(next);
        next = next + 1 == all.size() ? 0 : next + 1;
        return taken;
    }
}
