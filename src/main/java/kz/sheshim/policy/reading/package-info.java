/** Reads the sheets of workbooks into a policy and collects every finding on the way. */
@NullMarked
package kz.sheshim.policy.reading;

import org.jspecify.annotations.NullMarked;
