/** The solver of {@code analysis}, made of LogicNG's SAT solver. Depends on {@code analysis} and LogicNG. */
@NullMarked
package kz.sheshim.adapter.logicng;

import org.jspecify.annotations.NullMarked;
