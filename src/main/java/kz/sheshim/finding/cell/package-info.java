/** Defects of a single cell: what it holds, or that it is empty. */
@NullMarked
package kz.sheshim.finding.cell;

import org.jspecify.annotations.NullMarked;
