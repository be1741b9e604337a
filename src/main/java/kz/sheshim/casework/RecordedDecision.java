package kz.sheshim.casework;

import kz.sheshim.log.Entry;
import kz.sheshim.ruleset.Ruleset;

/** A recorded decision, and the ruleset that it was decided by. */
public record RecordedDecision(Entry entry, Ruleset ruleset) {}
