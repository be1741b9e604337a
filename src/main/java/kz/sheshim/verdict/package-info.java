/**
 * Verdicts: the decision that the rules give on one application, the difference between two, their texts. May depend on its line of the map in the README,
 * and on those under it.
 */
@NullMarked
package kz.sheshim.verdict;

import org.jspecify.annotations.NullMarked;
