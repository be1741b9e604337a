/** Worked examples that analysts write: reads and runs them, and finds which rules and cells they exercise and which small mistakes they would notice. */
@NullMarked
package kz.sheshim.scenario;

import org.jspecify.annotations.NullMarked;
