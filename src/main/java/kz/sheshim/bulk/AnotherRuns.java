package kz.sheshim.bulk;

import java.util.UUID;

/** Work cannot begin: other work is in progress, or the same work is being cancelled. */
public final class AnotherRuns extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID running;

    /** @param running the id of the work that is in progress */
    AnotherRuns(UUID running) {
        super(running + " is in progress");
        this.running = running;
    }

    /** The id of the work that is in progress. */
    public UUID running() {
        return running;
    }
}
