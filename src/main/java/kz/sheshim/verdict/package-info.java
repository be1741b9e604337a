/**
 * What the law says of one application, as a value; how verdicts differ and how they are put into words. Plain Java; depends on {@code policy}
 * and {@code facts}.
 */
@NullMarked
package kz.sheshim.verdict;

import org.jspecify.annotations.NullMarked;
