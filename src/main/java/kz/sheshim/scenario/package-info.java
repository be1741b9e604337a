/**
 * Worked examples that analysts write: reads and runs them, and finds which rules and cells they exercise and which small mistakes they would notice.
 * Plain Java; depends on {@code engine}, {@code policy.reading} and what these depend on.
 */
@NullMarked
package kz.sheshim.scenario;

import org.jspecify.annotations.NullMarked;
