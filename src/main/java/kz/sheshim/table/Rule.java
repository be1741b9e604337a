package kz.sheshim.table;

import java.util.List;
import kz.sheshim.workbook.CellAddress;

/** A row of a decision table: when it is in force, its conditions (all must hold) and its conclusion. */
public record Rule(
        RuleId id, Period inForce, List<FieldCondition> conditions, Conclusion conclusion, CellAddress address) {
    public Rule {
        conditions = List.copyOf(conditions);
    }
}
