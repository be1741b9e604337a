package kz.sheshim.access;

import java.util.Optional;
import java.util.UUID;

/** What a key is called by in lists and when it is revoked; no secret. */
public record KeyId(UUID value) {

    /** The id that is written so. */
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
