/** Verdicts: the decision that the rules give on one application, the difference between two, their texts. */
@NullMarked
package kz.sheshim.verdict;

import org.jspecify.annotations.NullMarked;
