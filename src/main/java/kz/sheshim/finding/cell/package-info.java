/** Defects of a single cell: what it holds, or that it is empty. May depend on its line of the map in the README, and on those under it. */
@NullMarked
package kz.sheshim.finding.cell;

import org.jspecify.annotations.NullMarked;
