/**
 * What analysts write: decision tables, their rules, conditions and hit policies (the terms of DMN). May depend on its line of the map in the README, and
 * on those under it.
 */
@NullMarked
package kz.sheshim.table;

import org.jspecify.annotations.NullMarked;
