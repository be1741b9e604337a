/**
 * Proofs about decision tables, over all columns and law time together, for every case at once: gaps, overlaps, rules that never count, and the cases
 * for which two versions of a table differ. Decision record 8 draws the terms (atom, dimension, box, region). A solver behind the port {@code
 * ClauseSolver} does the search.
 */
@NullMarked
package kz.sheshim.analysis;

import org.jspecify.annotations.NullMarked;
