package kz.sheshim.decision;

import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Verdict;

/** A verdict that is not recorded, and the ruleset that it was found by. */
public record Assessment(String reference, Verdict verdict, Ruleset ruleset, String engine) {}
