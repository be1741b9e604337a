package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/** A week without a working day. */
public record NoWorkingDay() implements Defect {
    @Override
    public String message() {
        return "all seven days of the week are days off, so no term would ever end. Leave out the days that are worked.";
    }
}
