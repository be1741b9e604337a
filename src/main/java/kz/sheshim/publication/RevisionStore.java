package kz.sheshim.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;

/** Stores the files of every revision that decided something, so that its decisions can be replayed for ever. */
public interface RevisionStore {

    /** A stored revision and when it was first stored. */
    record Stored(Revision revision, Instant since) {}

    /**
     * Stores the files of the revision. MUST NOT return before they are durable. MUST NOT change a revision that is already stored: storing it again does nothing.
     *
     * @throws kz.sheshim.log.LogUnavailable if the store cannot be written now
     */
    void store(Revision revision, List<PolicyFile> files, Instant at);

    /** The files exactly as they were stored, sorted by path; empty if the revision is not stored. */
    Optional<List<PolicyFile>> files(Revision revision);

    /** Newest first. */
    List<Stored> list();
}
