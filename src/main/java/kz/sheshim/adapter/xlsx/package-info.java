/** Reads, edits and writes .xlsx workbooks with Apache POI, and brings those from which a new policy begins. */
@NullMarked
package kz.sheshim.adapter.xlsx;

import org.jspecify.annotations.NullMarked;
