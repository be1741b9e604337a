package kz.sheshim.log;

import java.io.Serializable;
import java.util.UUID;

/** Identifies a decision to the outside world: a UUID of version 7 (RFC 9562). */
public record DecisionId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
