/** What stands in workbooks, whoever reads the files: sheets, rows, cells and their addresses. */
@NullMarked
package kz.sheshim.workbook;

import org.jspecify.annotations.NullMarked;
