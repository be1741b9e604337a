/** Reads .xlsx workbooks with Apache POI. */
@NullMarked
package kz.sheshim.adapter.spreadsheet;

import org.jspecify.annotations.NullMarked;
