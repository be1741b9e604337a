/**
 * Finds the rows of a table that the facts do not rule out, without reading every row: a set of rows for each value of a field, intersected over the columns. Plain
 * Java.
 */
@NullMarked
package kz.sheshim.index;

import org.jspecify.annotations.NullMarked;
