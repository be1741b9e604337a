/**
 * Worked examples that analysts write: reads and runs them, and finds which rules and cells they exercise and which small mistakes they would notice. May
 * depend on its line of the map in the README, and on those under it.
 */
@NullMarked
package kz.sheshim.scenario;

import org.jspecify.annotations.NullMarked;
