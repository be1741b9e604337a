/**
 * Proofs about decision tables, over all columns and law time together, for every case at once: gaps, overlaps, rules that never count, and the cases
 * for which two versions of a table differ. Decision record 8 draws the terms (atom, dimension, box, region). A solver behind the port {@code
 * ClauseSolver} does the search. May depend on its line of the map in the README, and on those under it.
 */
@NullMarked
package kz.sheshim.analysis;

import org.jspecify.annotations.NullMarked;
