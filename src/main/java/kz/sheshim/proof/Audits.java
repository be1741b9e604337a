package kz.sheshim.proof;

import java.util.Optional;
import java.util.UUID;
import kz.sheshim.bulk.BackgroundRun;
import kz.sheshim.bulk.BackgroundRun.State;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.TrustPolicy;
import org.jspecify.annotations.Nullable;

/** Audits in the background. */
public final class Audits {
    private final AuditLog log;
    private final BackgroundRun<AuditLog.Report> run = new BackgroundRun<>("audit");

    public Audits(AuditLog log) {
        this.log = log;
    }

    /** Begins an audit; the one that runs already, if there is one. */
    public State<AuditLog.Report> begin(TrustPolicy trust, @Nullable Note kept) {
        return run.begin(progress -> log.audit(trust, kept, progress::at));
    }

    /** The audit with this id, if it is the last one. */
    public Optional<State<AuditLog.Report>> find(UUID id) {
        return run.find(id);
    }

    /** The last audit of this service. */
    public Optional<State<AuditLog.Report>> last() {
        return run.last();
    }
}
