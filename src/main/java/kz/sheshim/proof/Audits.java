package kz.sheshim.proof;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kz.sheshim.bulk.BackgroundRun;
import kz.sheshim.bulk.BackgroundRun.State;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.TrustPolicy;
import org.jspecify.annotations.Nullable;

/** Audits in the background. */
public final class Audits {
    /** An audit is always of the whole record. */
    private static final String WHOLE = "the whole record";

    private final AuditLog log;
    private final BackgroundRun<String, AuditLog.Report> run;

    /** @param failed told why an audit could not be finished */
    public Audits(AuditLog log, Consumer<Throwable> failed) {
        this.log = log;
        this.run = new BackgroundRun<>("audit", failed);
    }

    /** Begins an audit; the one that runs already, if there is one. */
    public State<String, AuditLog.Report> begin(TrustPolicy trust, @Nullable Note kept) {
        return run.begin(WHOLE, progress -> log.audit(trust, kept, progress::at));
    }

    /** The audit with this id, if it is the last one. */
    public Optional<State<String, AuditLog.Report>> find(UUID id) {
        return run.find(id);
    }

    /** The last audit of this service. */
    public Optional<State<String, AuditLog.Report>> last() {
        return run.last();
    }
}
