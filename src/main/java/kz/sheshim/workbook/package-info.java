/** What stands in workbooks, whoever reads the files: sheets, rows, cells and their addresses. Plain Java. */
@NullMarked
package kz.sheshim.workbook;

import org.jspecify.annotations.NullMarked;
