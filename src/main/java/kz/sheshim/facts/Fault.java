package kz.sheshim.facts;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an application.
 *
 * @param path where, as a JSONPath (RFC 9535): {@code $.documents[0].kind}
 * @param message what is wrong and what is expected
 * @param nearest the right name that was perhaps meant
 */
public record Fault(String path, String message, @Nullable String nearest) {}
