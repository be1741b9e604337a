/** Decides and assesses applications by the policy in force, and records decisions. Plain Java; depends on {@code publication} and {@code log}. */
@NullMarked
package kz.sheshim.decision;

import org.jspecify.annotations.NullMarked;
