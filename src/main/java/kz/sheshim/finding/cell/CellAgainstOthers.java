package kz.sheshim.finding.cell;

import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.workbook.Address;

/**
 * One cell does not fit several others, which would all be right if it said something else.
 *
 * @param given what the cell says; empty if it is blank
 * @param meant what it would have to say
 * @param others the places that it does not fit, in their order
 * @see kz.sheshim.policy.reading.Corrections
 */
public record CellAgainstOthers(String given, String meant, List<Address> others) implements Defect {
    public CellAgainstOthers {
        others = List.copyOf(others);
    }

    @Override
    public String nearest() {
        return meant;
    }

    @Override
    public String wrong() {
        return (given.isEmpty() ? "The cell is blank, which" : Wording.quote(given)) + " does not fit " + others.size()
                + (others.size() == 1 ? " place" : " places") + " where " + Wording.quote(meant) + " is needed: "
                + Wording.listed(others.stream().map(Address::toString).toList()) + ".";
    }

    @Override
    public String advice() {
        return Wording.suggest(given, meant, "If this cell is right, correct those places.");
    }
}
