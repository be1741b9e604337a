/** Proposes the rows of a table that the facts do not rule out. May depend on its line of the map in the README, and on those under it. */
@NullMarked
package kz.sheshim.engine.index;

import org.jspecify.annotations.NullMarked;
