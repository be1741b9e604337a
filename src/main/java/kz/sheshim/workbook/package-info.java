/** What stands in workbooks, whoever reads the files: sheets, rows, cells and their addresses. Plain Java; depends on {@code vocabulary}, for phrases. */
@NullMarked
package kz.sheshim.workbook;

import org.jspecify.annotations.NullMarked;
