/** The log on a real PostgreSQL, started in a temporary folder; Quarkus takes no part. */
@NullMarked
package kz.sheshim.adapter.postgres;

import org.jspecify.annotations.NullMarked;
