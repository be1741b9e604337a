/**
 * The decision log, the kept revisions and the outbox of hand-overs in PostgreSQL, over plain JDBC. May depend on the ports of {@code log}, {@code handover} and {@code
 * ruleset} and on {@code decision}; the tables, and the triggers that let them only grow, are in {@code
 * db/migration/V1__decision_log.sql}.
 */
@NullMarked
package kz.sheshim.adapter.postgres;

import org.jspecify.annotations.NullMarked;
