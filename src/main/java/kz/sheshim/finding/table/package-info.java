/** Defects of decision tables: of one rule, between rules, between tables. May depend on its line of the map in the README, and on those under it. */
@NullMarked
package kz.sheshim.finding.table;

import org.jspecify.annotations.NullMarked;
