package kz.sheshim.finding.cell;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * The calendar ends so soon that applications will get no due date.
 *
 * @see kz.sheshim.publication.PolicyCheck
 */
public record CalendarEndsSoon(LocalDate until, LocalDate today) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The calendar ends on {0}, and today is {1}. Applications that are due after that day get no due date.",
                until, today);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Add the days off of the next year, and set Known until to a later day.");
    }
}
