package kz.sheshim.proof;

import java.util.Optional;
import java.util.UUID;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.TrustPolicy;
import org.jspecify.annotations.Nullable;

/** Audits in the background, one at a time. The last one is remembered until the service stops. */
public final class Audits {
    private final AuditLog log;
    private volatile @Nullable State last;

    public Audits(AuditLog log) {
        this.log = log;
    }

    /**
     * How far an audit is.
     *
     * @param lastEntry the number of the last entry
     * @param report null while it runs
     * @param failure why it could not be finished; null if it runs or has ended
     */
    public record State(
            UUID id, long entries, long lastEntry, AuditLog.@Nullable Report report, @Nullable String failure) {
        public boolean runs() {
            return report == null && failure == null;
        }
    }

    /** Begins an audit; the one that runs already, if there is one. */
    public synchronized State begin(TrustPolicy trust, @Nullable Note kept) {
        State running = last;
        if (running != null && running.runs()) {
            return running;
        }
        UUID id = UUID.randomUUID();
        State begun = new State(id, 0, 0, null, null);
        last = begun;
        Thread thread = new Thread(() -> run(id, trust, kept), "audit");
        thread.setDaemon(true);
        thread.start();
        return begun;
    }

    private void run(UUID id, TrustPolicy trust, @Nullable Note kept) {
        try {
            AuditLog.Report report =
                    log.audit(trust, kept, (entries, end) -> last = new State(id, entries, end, null, null));
            last = new State(id, report.entries(), report.entries(), report, null);
        } catch (RuntimeException failed) {
            last = new State(id, 0, 0, null, failed.getClass().getSimpleName());
        }
    }

    /** The audit with this id, if it is the last one. */
    public Optional<State> find(UUID id) {
        State state = last;
        return state != null && state.id().equals(id) ? Optional.of(state) : Optional.empty();
    }
}
