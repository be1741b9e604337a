package kz.sheshim.log.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state of a witness, in memory. */
public final class MemoryState implements WitnessState {
    private final Map<String, Witnessed> latest = new HashMap<>();

    @Override
    public synchronized @Nullable Witnessed latest(String origin) {
        return latest.get(origin);
    }

    @Override
    public synchronized boolean replace(String origin, @Nullable Witnessed expected, Witnessed next) {
        if (!Objects.equals(latest.get(origin), expected)) {
            return false;
        }
        latest.put(origin, next);
        return true;
    }

    /** What the witness shall believe that it cosigned last. */
    public synchronized void set(String origin, Witnessed last) {
        latest.put(origin, last);
    }
}
