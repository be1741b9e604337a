/**
 * The decision log, the stored revisions, the API keys and the outbox in PostgreSQL, over plain JDBC. The tables, and the triggers that let the decision log
 * only grow, are in {@code db/migration}.
 *
 * <p>May depend on the ports of {@code log}, {@code publication}, {@code access} and {@code delivery} and on what they speak of ({@code policy},
 * {@code verdict}), and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.postgres;

import org.jspecify.annotations.NullMarked;
