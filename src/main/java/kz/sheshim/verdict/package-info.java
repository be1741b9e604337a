/**
 * Verdicts: the decision that the rules give on one application, the difference between two, their texts. Plain Java; depends on {@code policy}
 * and {@code facts}.
 */
@NullMarked
package kz.sheshim.verdict;

import org.jspecify.annotations.NullMarked;
