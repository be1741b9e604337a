package kz.sheshim.access;

import java.time.Instant;
import java.util.Optional;

/** Stores sessions by the hash of their secret text. */
public interface SessionStore {

    void add(KeyHash hash, Session session);

    Optional<Session> find(KeyHash hash);

    /** Says that the session was used at this time. Does nothing if it has ended. */
    void saw(KeyHash hash, Instant at);

    void end(KeyHash hash);

    /** Ends the sessions that began, or were used last, before these times. */
    void endAll(Instant begunBefore, Instant seenBefore);
}
