package kz.sheshim.table;

/** What the rules of a table conclude. */
public enum ConclusionKind {
    FACT,
    GROUND,
    NOTICE,
    ACTION,
    TERM
}
