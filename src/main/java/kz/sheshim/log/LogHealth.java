package kz.sheshim.log;

import java.util.Optional;
import kz.sheshim.vocabulary.Phrase;

/** Checks whether a decision could be recorded now. */
public interface LogHealth {

    /** Why a decision could not be recorded now; empty if it could. MUST check what recording needs, and MUST NOT record anything. */
    Optional<Phrase> obstacle();

    /** Whether recording works, or will work again when the database does; false: only a restart of the service helps. */
    boolean isAlive();
}
