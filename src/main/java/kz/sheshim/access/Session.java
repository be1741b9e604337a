package kz.sheshim.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signed in, with an API key or at an OpenID provider, and works in a browser.
 *
 * @param key null: the person signed in at the provider
 * @param person null: whoever signed in has the key
 * @param seen when the session was used last, to the minute
 */
public record Session(@Nullable KeyId key, @Nullable Person person, Instant begun, Instant seen) {

    public Session {
        if ((key == null) == (person == null)) {
            throw new IllegalArgumentException("a session is of a key or of a person");
        }
    }
}
