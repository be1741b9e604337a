/** The embedded PostgreSQL through restarts and crashes. */
@NullMarked
package kz.sheshim.adapter.embedded;

import org.jspecify.annotations.NullMarked;
