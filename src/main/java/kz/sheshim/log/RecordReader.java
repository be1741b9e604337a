package kz.sheshim.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.sheshim.log.TreeStore.SignedTree;
import kz.sheshim.log.tree.TileReader;
import org.jspecify.annotations.Nullable;

/** Reads the whole record as it stands in the database, whatever somebody did to it. Any number of threads may use it. */
public interface RecordReader extends TileReader {

    /**
     * An entry as it stands in the database.
     *
     * @param kind, decision, revision, result what the columns say beside the statement; null for an entry that is no decision
     * @param secret opens the commitment to the result
     * @param caseFile null if there is none
     * @param caseSecret opens the commitment to the case file
     * @param erasedBy the entry that erased the case file, as the table of erasures says; null if it has none
     * @param erasure the statement of that entry
     */
    record RecordedEntry(
            long number,
            String kind,
            Instant at,
            String statement,
            @Nullable UUID decision,
            @Nullable String revision,
            @Nullable Result result,
            byte @Nullable [] secret,
            @Nullable CaseFile caseFile,
            byte @Nullable [] caseSecret,
            @Nullable Long erasedBy,
            @Nullable String erasure) {}

    /** Where entries with consecutive numbers stand in the tree. */
    record Run(long index, long entry, int length) {}

    /** The largest number of an entry; 0 if there is none. */
    long lastEntry();

    /** The entries from one number to another, both included, in order. */
    List<RecordedEntry> entries(long from, long to);

    /** Runs from an index on, in order. */
    List<Run> runs(long from, int max);

    /** Checkpoints that are larger, in order. */
    List<SignedTree> checkpoints(long largerThan, int max);

    /** The numbers of case files that belong to no entry; some of them. */
    List<Long> strayCaseFiles();
}
