package kz.sheshim.finding.cell;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

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
    public String wrong() {
        return "The calendar ends on " + until + ", and today is " + today
                + ". Applications that are due after that day get no due date.";
    }

    @Override
    public String advice() {
        return "Add the days off of the next year, and set Known until to a later day.";
    }
}
