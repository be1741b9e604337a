package kz.sheshim.table;

import java.util.Locale;

/** What the rules of a table conclude. */
public enum ConclusionKind {
    FACT,
    GROUND,
    NOTICE,
    ACTION,
    TERM;

    /** The kind in workbooks and answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
