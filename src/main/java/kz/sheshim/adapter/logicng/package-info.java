/** Searches for cases with LogicNG's SAT solver. */
@NullMarked
package kz.sheshim.adapter.logicng;

import org.jspecify.annotations.NullMarked;
