/** Decides and assesses applications by the policy in force, and records decisions. */
@NullMarked
package kz.sheshim.decision;

import org.jspecify.annotations.NullMarked;
