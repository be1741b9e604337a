package kz.sheshim.table;

/** What the rules of a table conclude. */
public enum Gives {
    FACT,
    GROUND,
    NOTICE,
    ACTION,
    TERM
}
