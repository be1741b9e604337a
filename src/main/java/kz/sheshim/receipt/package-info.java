/**
 * Receipts of recorded decisions: a form of the policy, filled with the decision. An adapter prints them, behind the port {@link kz.sheshim.receipt.Press}.
 *
 * <p>Plain Java. May depend on {@code log}, {@code publication}, {@code verdict}, {@code facts}, {@code policy} and the packages below them.
 */
@NullMarked
package kz.sheshim.receipt;

import org.jspecify.annotations.NullMarked;
