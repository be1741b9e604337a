/**
 * Reads, edits and writes .xlsx workbooks with Apache POI, and brings those from which a new policy begins. May depend on the core, and on no other
 * adapter.
 */
@NullMarked
package kz.sheshim.adapter.xlsx;

import org.jspecify.annotations.NullMarked;
