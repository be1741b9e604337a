/** Defects of decision tables: of one rule, between rules, between tables. */
@NullMarked
package kz.sheshim.finding.table;

import org.jspecify.annotations.NullMarked;
