/** Proposes the rows of a table that the facts do not rule out. Plain Java; depends on {@code table} and {@code facts}. */
@NullMarked
package kz.sheshim.engine.index;

import org.jspecify.annotations.NullMarked;
