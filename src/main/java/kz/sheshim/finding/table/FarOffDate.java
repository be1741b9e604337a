package kz.sheshim.finding.table;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule begins or ends many years before or after the first day that the policy covers.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record FarOffDate(LocalDate day, LocalDate coveredFrom) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} is 50 years or more away from {1}, the first day that the policy covers.", day, coveredFrom);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct the year. A rule without a bound leaves the cell blank.");
    }
}
