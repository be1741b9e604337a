/** What analysts write: decision tables, their rules, conditions and hit policies (the terms of DMN). Plain Java; depends on
 * {@code facts}, {@code vocabulary} and {@code workbook}. */
@NullMarked
package kz.sheshim.table;

import org.jspecify.annotations.NullMarked;
