package kz.sheshim.engine;

import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.LineAddress;

/** A rule of a rule file fires again and again, so that no verdict can be given: the rule must be mended. */
public final class RulesNeverEnd extends NoVerdict {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient LineAddress place;

    /** @param place where the rule begins */
    public RulesNeverEnd(String rule, LineAddress place, long firings) {
        this(rule, place, firings, Phrase.of("the rule \"{0}\" at {1} does not stop", rule, place));
    }

    private RulesNeverEnd(String rule, LineAddress place, long firings, Phrase endless) {
        super(endless + ": it was ended after " + firings + " firings", endless);
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
