/**
 * Finds verdicts: the hit policies, the evaluation of one application, three-valued. The compiled rules stand behind the port {@code RuleBase}. May depend
 * on its line of the map in the README, and on those under it.
 */
@NullMarked
package kz.sheshim.engine;

import org.jspecify.annotations.NullMarked;
