/**
 * Reads the sheets of workbooks into a policy and collects every finding on the way. May depend on its line of the map in the README, and on those under
 * it.
 */
@NullMarked
package kz.sheshim.policy.reading;

import org.jspecify.annotations.NullMarked;
