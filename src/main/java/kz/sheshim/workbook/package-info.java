/**
 * What stands in workbooks, whoever reads the files: sheets, rows, cells and their addresses. May depend on its line of the map in the README, and on
 * those under it.
 */
@NullMarked
package kz.sheshim.workbook;

import org.jspecify.annotations.NullMarked;
