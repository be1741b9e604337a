package kz.sheshim.engine;

import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.LineAddress;

/** A rule of a rule file fires again and again, so that no verdict can be given: the rule must be mended. */
public final class RulesNeverEnd extends NoVerdict {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient LineAddress place;
    private final transient Phrase inFull;

    /** @param place where the rule begins */
    public RulesNeverEnd(String rule, LineAddress place, long firings) {
        this(rule, place, firings, Phrase.of("the rule \"{0}\" at {1} does not stop", rule, place));
    }

    private RulesNeverEnd(String rule, LineAddress place, long firings, Phrase endless) {
        this(rule, place, endless, Phrase.of("{0}: it was ended after {1} firings", endless, firings));
    }

    private RulesNeverEnd(String rule, LineAddress place, Phrase endless, Phrase inFull) {
        super(inFull.toString(), endless);
        this.inFull = inFull;
        this.rule = rule;
        this.place = place;
    }

    /** The message, for any language. */
    public Phrase inFull() {
        return inFull;
    }

    public String rule() {
        return rule;
    }

    public LineAddress place() {
        return place;
    }
}
