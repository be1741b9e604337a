package kz.sheshim.log;

import java.util.Optional;
import kz.sheshim.log.tree.Note;

/** The newest checkpoint that this service has seen, kept outside the database, so that a database of yesterday is noticed. */
public interface SeenCheckpoint {
    Optional<Note> read();

    /** MUST be durable when it returns. */
    void write(Note checkpoint);

    /** Forgets what was seen. MUST be durable when it returns. */
    void forget();
}
