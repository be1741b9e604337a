package kz.sheshim.finding.table;

import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Address;

/**
 * A table reads an entity that occurs many times as if it were evaluated for each instance, and does not say so.
 *
 * @param places what would be right if it did
 * @see kz.sheshim.policy.reading.Corrections
 */
public record MissingForEach(String entity, List<Address> places) implements Defect {
    public MissingForEach {
        places = List.copyOf(places);
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The table has no row {0}, without which {1} places are wrong: {2}.",
                Wording.quote("For each"),
                places.size(),
                Wording.listed(places.stream().map(Address::toString).toList()));
    }

    @Override
    public Phrase advice() {
        return Phrase.of(
                "Write {0} into this cell and {1} into the one beside it.",
                Wording.quote("For each"), Wording.quote(entity));
    }
}
