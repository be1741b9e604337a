package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.CellAddress;

/**
 * The same name is defined twice.
 *
 * @see kz.sheshim.policy.reading.DefinedNames
 * @see kz.sheshim.policy.reading.TableReader
 * @see kz.sheshim.policy.reading.ColumnsByName
 */
public record Duplicate(Phrase what, String name, CellAddress first) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The {0} {1} is already defined at {2}. Which of the two holds would be a guess.",
                what, Wording.quote(name), first);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Remove or rename one of them.");
    }
}
