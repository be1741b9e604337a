/**
 * A published policy: settings, catalogue of grounds and outcomes, calendar, tables, receipts; its canonical form and revision. Plain Java;
 * depends on {@code table} and {@code vocabulary}.
 */
@NullMarked
package kz.sheshim.policy;

import org.jspecify.annotations.NullMarked;
