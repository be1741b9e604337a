package kz.sheshim.log;

import kz.sheshim.decision.Decision;

/** A recorded decision and its place in the log. */
public record Entry(EntryNumber number, Decision decision) {}
