package kz.sheshim.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/** Finds case files by personal texts in them, of which it knows the terms only. */
public interface CaseSearch {

    /**
     * A case file that was found.
     *
     * @param held whether a legal hold forbids to erase it
     */
    record Found(EntryNumber entry, DecisionId decision, Instant decidedAt, boolean held) {}

    /**
     * A case file that was recorded without terms.
     *
     * @param received the application as received
     * @param revision the revision whose vocabulary says what is personal
     */
    record Unsearchable(String received, Revision revision) {}

    /** Makes the search one under the key with this mark, unless it has a key already. Whether the key of the search is this one. */
    boolean claim(SearchTerm mark);

    /**
     * The case files with this term, newest first.
     *
     * @param before only entries with a smaller number; null: from the newest
     */
    List<Found> find(SearchTerm term, @Nullable EntryNumber before, int limit);

    /** Whether every case file can be found; false while some that were recorded without terms still lack them. */
    boolean isComplete();

    /**
     * Takes the terms of the next case files into the index of the search, so that they are found faster, or at all if they were recorded without terms. What is
     * erased at the same time MUST NOT get terms.
     *
     * @param max number of case files without terms that are in memory at once
     * @return whether there may be more to do; false also if another service does it at this moment
     */
    boolean fill(int max, Function<Unsearchable, Set<SearchTerm>> terms);
}
