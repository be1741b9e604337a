/** Decides and assesses applications by the policy in force, and records decisions. May depend on its line of the map in the README, and on those under it. */
@NullMarked
package kz.sheshim.decision;

import org.jspecify.annotations.NullMarked;
