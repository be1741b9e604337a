/** Reads .xlsx workbooks with Apache POI. */
@NullMarked
package kz.sheshim.adapter.xlsx;

import org.jspecify.annotations.NullMarked;
