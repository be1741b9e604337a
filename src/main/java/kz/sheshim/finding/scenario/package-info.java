/** Defects of worked examples, and examples that the rules decide differently. May depend on its line of the map in the README, and on those under it. */
@NullMarked
package kz.sheshim.finding.scenario;

import org.jspecify.annotations.NullMarked;
