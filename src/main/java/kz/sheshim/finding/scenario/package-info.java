/** Defects of worked examples, and examples that the rules decide differently. */
@NullMarked
package kz.sheshim.finding.scenario;

import org.jspecify.annotations.NullMarked;
