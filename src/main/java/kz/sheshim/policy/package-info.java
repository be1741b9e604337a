/**
 * A published policy: settings, catalogue of grounds and outcomes, calendar, tables, receipts; its canonical form and revision; the plan, in which order
 * its tables are evaluated.
 */
@NullMarked
package kz.sheshim.policy;

import org.jspecify.annotations.NullMarked;
