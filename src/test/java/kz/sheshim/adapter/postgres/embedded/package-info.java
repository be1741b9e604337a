/** The embedded PostgreSQL through restarts and crashes. */
@NullMarked
package kz.sheshim.adapter.postgres.embedded;

import org.jspecify.annotations.NullMarked;
