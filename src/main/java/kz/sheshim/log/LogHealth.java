package kz.sheshim.log;

import java.util.Optional;

/** Tells whether a decision could be recorded. */
public interface LogHealth {

    /** Why a decision that came now could not be recorded; empty when it could. MUST try what recording needs, and MUST NOT record anything. */
    Optional<String> obstacle();
}
