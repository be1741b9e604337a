/** What analysts write: decision tables, their rules, conditions and hit policies (the terms of DMN). */
@NullMarked
package kz.sheshim.table;

import org.jspecify.annotations.NullMarked;
