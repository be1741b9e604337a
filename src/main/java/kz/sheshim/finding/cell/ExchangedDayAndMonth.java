package kz.sheshim.finding.cell;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A day off is one that no other year has; with its day and month exchanged, other years have it.
 *
 * @param years how many
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record ExchangedDayAndMonth(LocalDate day, LocalDate meant, int years) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String nearest() {
        return meant.toString();
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} is not a day off in any other year. With day and month exchanged it is one in {1} other years.",
                day, years);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Did you mean {0}?", Wording.quote(meant.toString()));
    }
}
