/** The decision log on a real PostgreSQL in a temporary folder, without Quarkus. */
@NullMarked
package kz.sheshim.adapter.postgres;

import org.jspecify.annotations.NullMarked;
