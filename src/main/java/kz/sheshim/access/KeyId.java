package kz.sheshim.access;

import java.util.Optional;
import java.util.UUID;

/** Identifies an API key in lists and when it is revoked. It is not a secret. */
public record KeyId(UUID value) {

    /** Parses an id; empty if the text is not a UUID. */
    public static Optional<KeyId> of(String text) {
        try {
            return Optional.of(new KeyId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
