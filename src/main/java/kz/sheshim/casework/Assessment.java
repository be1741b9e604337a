package kz.sheshim.casework;

import kz.sheshim.decision.Verdict;
import kz.sheshim.ruleset.Ruleset;

/** A verdict that is not recorded, and the ruleset that it was found by. */
public record Assessment(String reference, Verdict verdict, Ruleset ruleset, String engine) {}
