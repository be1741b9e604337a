package kz.sheshim.scenario;

import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kz.sheshim.engine.Reference;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.workbook.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * A cell written otherwise.
 *
 * @param at the cell; of the days of a rule, the cell of its id
 * @param rule the id of the rule whose day it is; null for an expression
 * @param column the heading of the cell
 * @param given its text; empty if it is blank
 * @param meant what is tried instead
 * @param change writes it into a ruleset, beside what others wrote
 * @param reference decides by the policy with this change alone
 */
record Repair(
        CellAddress at,
        @Nullable String rule,
        String column,
        String given,
        String meant,
        UnaryOperator<Ruleset> change,
        Supplier<Reference> reference) {
    static final String FROM = "From";
    static final String UNTIL = "Until";

    /** Whether the two are about one lapse: this one lets a rule last until the other rule begins, the other one lets that rule begin when this one ends. */
    boolean endsBefore(Repair other) {
        return column.equals(UNTIL)
                && other.column.equals(FROM)
                && at.ofSheet().equals(other.at.ofSheet())
                && LocalDate.parse(meant).plusDays(1).toString().equals(other.given);
    }

    boolean ofSameCell(Repair other) {
        return at.equals(other.at) && column.equals(other.column);
    }
}
