/**
 * Finds verdicts: the hit policies, the evaluation of one application, three-valued. Plain Java; the compiled rules stand behind a
 * port. Depends on {@code policy} and {@code verdict}.
 */
@NullMarked
package kz.sheshim.engine;

import org.jspecify.annotations.NullMarked;
