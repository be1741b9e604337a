package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/** A rule that is never in force. */
public record FromAfterUntil() implements Defect {
    @Override
    public String message() {
        return "From is after Until, so the rule is never in force. Exchange or correct the dates.";
    }
}
