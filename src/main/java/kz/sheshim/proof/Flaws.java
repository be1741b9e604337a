package kz.sheshim.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.sheshim.proof.AuditLog.Flaw;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** The flaws that an audit has found so far. Used by one thread. */
final class Flaws {
    /** An audit ends when it has found so many. */
    static final int MAX = 1_000;

    private final List<Flaw> found = new ArrayList<>();

    /** @param entry the number of the entry; null if it concerns the log as a whole */
    void add(@Nullable Long entry, Phrase phrase) {
        if (found.size() < MAX) {
            found.add(new Flaw(entry, phrase));
        }
    }

    /** Whether no more is looked for. */
    boolean areMany() {
        return found.size() == MAX;
    }

    /** In the order of the entries; last those that concern the log as a whole. */
    List<Flaw> all() {
        List<Flaw> all = new ArrayList<>(found);
        all.sort(Comparator.comparing(Flaw::entry, Comparator.nullsLast(Comparator.naturalOrder())));
        return all;
    }
}
