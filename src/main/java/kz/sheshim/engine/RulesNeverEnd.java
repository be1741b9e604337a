package kz.sheshim.engine;

import kz.sheshim.workbook.LineAddress;

/** A rule of a rule file fires again and again, so that no verdict can be given: the rule must be mended. */
public final class RulesNeverEnd extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient LineAddress place;

    /** @param place where the rule begins */
    public RulesNeverEnd(String rule, LineAddress place, long firings) {
        super("the rule \"" + rule + "\" at " + place + " does not stop: it was ended after " + firings + " firings");
        this.rule = rule;
        this.place = place;
    }

    public String rule() {
        return rule;
    }

    public LineAddress place() {
        return place;
    }
}
