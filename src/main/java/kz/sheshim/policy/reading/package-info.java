/**
 * Reads the sheets of workbooks into a policy and collects every finding on the way. Plain Java; depends on {@code policy}, {@code engine}
 * (for the plan) and {@code finding}.
 */
@NullMarked
package kz.sheshim.policy.reading;

import org.jspecify.annotations.NullMarked;
