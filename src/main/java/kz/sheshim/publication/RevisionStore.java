package kz.sheshim.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;

/** Keeps the files of every revision that decided something, so that its decisions can be replayed for ever. */
public interface RevisionStore {

    /** A kept revision and when it was first kept. */
    record Stored(Revision revision, Instant since) {}

    /**
     * Keeps the files under the revision. MUST be durable when it returns. MUST NOT change a revision that is already kept: keeping it again does
     * nothing.
     *
     * @throws kz.sheshim.log.LogUnavailable if it cannot be written now
     */
    void store(Revision revision, List<PolicyFile> files, Instant at);

    /** The files exactly as they were kept, sorted by path; empty when the revision is not kept. */
    Optional<List<PolicyFile>> files(Revision revision);

    /** Newest first. */
    List<Stored> list();
}
