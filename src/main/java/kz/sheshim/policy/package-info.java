/**
 * A published policy: settings, catalogue of grounds and outcomes, calendar, tables, receipts; its canonical form and revision; the plan, in which order
 * its tables are evaluated. May depend on its line of the map in the README, and on those under it.
 */
@NullMarked
package kz.sheshim.policy;

import org.jspecify.annotations.NullMarked;
