/**
 * What the service stores in PostgreSQL over plain JDBC: the decision log with its tree and its searches, revisions and publications, the outbox, API keys and
 * sessions, long runs and affected decisions. The tables, and the triggers that let the decision log
 * only grow, are in {@code db/migration}.
 *
 * <p>May depend on the ports of {@code log}, {@code publication}, {@code access} and {@code delivery} and on what they speak of ({@code policy},
 * {@code verdict}), and on no other adapter.
 */
@NullMarked
package kz.sheshim.adapter.postgres;

import org.jspecify.annotations.NullMarked;
