package kz.sheshim.log;

/** An entry of the decision log: a decision and its number. */
public record Entry(EntryNumber number, Decision decision) {}
