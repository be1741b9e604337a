/**
 * What can be proved about a decision table over all its columns and law time together, for every case at once: gaps, overlaps, rules that never count; and on which
 * cases two versions of a table differ. Plain Java; the search is left to a solver behind a port.
 */
@NullMarked
package kz.sheshim.analysis;

import org.jspecify.annotations.NullMarked;
