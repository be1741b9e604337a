/** Proofs of recorded decisions: one file that shows to anybody, without asking the service, what was decided and that it stands in the log. */
@NullMarked
package kz.sheshim.proof;

import org.jspecify.annotations.NullMarked;
