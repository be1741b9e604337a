package kz.sheshim.access;

import java.time.Instant;

/**
 * Somebody who signed in with an API key and works in a browser.
 *
 * @param seen when the session was used last, to the minute
 */
public record Session(KeyId key, Instant begun, Instant seen) {}
