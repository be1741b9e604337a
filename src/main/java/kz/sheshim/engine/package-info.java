/** Finds verdicts: the hit policies, the evaluation of one application, three-valued. The compiled rules stand behind the port {@code RuleBase}. */
@NullMarked
package kz.sheshim.engine;

import org.jspecify.annotations.NullMarked;
