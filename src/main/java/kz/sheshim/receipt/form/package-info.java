/** The forms of receipts, as the workbooks say them: which decisions call for one, and what stands in it. Depends on facts, workbook. */
@NullMarked
package kz.sheshim.receipt.form;

import org.jspecify.annotations.NullMarked;
