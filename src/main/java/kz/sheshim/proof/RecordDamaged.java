package kz.sheshim.proof;

import kz.sheshim.log.EntryNumber;

/** The case file is not the one that the entry commits to: somebody changed the database. */
public final class RecordDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordDamaged(EntryNumber entry) {
        super("the case file of entry " + entry.value() + " is not the one that the entry commits to");
    }
}
