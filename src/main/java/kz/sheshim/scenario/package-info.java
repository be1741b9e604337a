/**
 * Worked examples that analysts write: reading them, running them, which rules and cells they exercise, and which small mistakes they would notice. Plain
 * Java.
 */
@NullMarked
package kz.sheshim.scenario;

import org.jspecify.annotations.NullMarked;
