package kz.sheshim.log;

/** A recorded decision and its place in the log. */
public record Entry(EntryNumber number, Decision decision) {}
