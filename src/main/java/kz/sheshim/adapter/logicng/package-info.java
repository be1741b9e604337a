/** The solver of {@code analysis}, made of LogicNG's SAT solver. */
@NullMarked
package kz.sheshim.adapter.logicng;

import org.jspecify.annotations.NullMarked;
