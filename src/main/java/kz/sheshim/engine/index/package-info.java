/** Proposes the rows of a table that the facts do not rule out. */
@NullMarked
package kz.sheshim.engine.index;

import org.jspecify.annotations.NullMarked;
