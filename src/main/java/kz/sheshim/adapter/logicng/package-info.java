/** The solver of {@code analysis}, made of LogicNG's SAT solver. May depend on the core, and on no other adapter. */
@NullMarked
package kz.sheshim.adapter.logicng;

import org.jspecify.annotations.NullMarked;
