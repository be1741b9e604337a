package kz.sheshim.log;

/** An entry of the decision log with its case file: a decision, its number and what proves it. */
public record Entry(EntryNumber number, Decision decision, Seal seal) {}
