package kz.sheshim.scenario;

import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.RuleId;

/**
 * A table with one small mistake, made on purpose.
 *
 * @param cell the cell with the mistake: {@code row}, {@code From}, a field, or a conclusion
 * @param change the text of the cell, and the wrong text
 */
public record Mutant(RuleId rule, String cell, String change, DecisionTable table) {}
