package kz.sheshim.finding.cell;

import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
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
    public Phrase wrong() {
        Phrase places = Wording.listed(others.stream().map(Address::toString).toList());
        String needed = Wording.quote(meant);
        if (given.isEmpty()) {
            return others.size() == 1
                    ? Phrase.of(
                            "The cell is blank, which does not fit 1 place where {0} is needed: {1}.", needed, places)
                    : Phrase.of(
                            "The cell is blank, which does not fit {0} places where {1} is needed: {2}.",
                            others.size(), needed, places);
        }
        return others.size() == 1
                ? Phrase.of("{0} does not fit 1 place where {1} is needed: {2}.", Wording.quote(given), needed, places)
                : Phrase.of(
                        "{0} does not fit {1} places where {2} is needed: {3}.",
                        Wording.quote(given), others.size(), needed, places);
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(given, meant, Phrase.of("If this cell is right, correct those places."));
    }
}
