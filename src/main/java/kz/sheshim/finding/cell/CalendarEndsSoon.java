package kz.sheshim.finding.cell;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/** A calendar that will soon know no due dates. */
public record CalendarEndsSoon(LocalDate until, LocalDate today) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String message() {
        return "the calendar is known until " + until + ", and today is " + today
                + "; for applications that are due later no due date can be told. Add the days off of the next year and raise Known until.";
    }
}
