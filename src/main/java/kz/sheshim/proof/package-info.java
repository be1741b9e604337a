/**
 * Proofs of recorded decisions: one file that shows to anybody, without asking the service, what was decided and that it stands in the log. Plain Java; depends
 * on {@code decision}, {@code publication} and {@code log}.
 */
@NullMarked
package kz.sheshim.proof;

import org.jspecify.annotations.NullMarked;
