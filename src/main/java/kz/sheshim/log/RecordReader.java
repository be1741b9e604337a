package kz.sheshim.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.sheshim.log.tree.TileReader;
import org.jspecify.annotations.Nullable;

/** Reads the whole record as it stands in the database, whatever somebody did to it. Any number of threads may use it. */
public interface RecordReader extends TileReader {

    /**
     * How far the record goes at one moment. Whoever reads no further is not disturbed by what is recorded and integrated meanwhile.
     *
     * @param lastEntry the largest number of an entry; 0 if there is none
     * @param size the size of the newest checkpoint; 0 if there is none
     * @param edge the rows with the partial tiles
     * @param strays numbers after the last entry with a case file or an erasure; some of them
     * @param surplus rows of the tree that a tree of this size has not, such as {@code tree_run 606}; some of them
     */
    record Extent(long lastEntry, long size, List<Edge> edge, List<Long> strays, List<String> surplus) {}

    /** A row with a partial tile. */
    record Edge(int level, long number, byte[] hashes) {}

    /**
     * An entry as it stands in the database.
     *
     * @param kind, at, decision, revision, result what the columns say beside the statement; result is null unless it is whole
     * @param filled the names of the columns of a decision that have a value
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
            Set<String> filled,
            byte @Nullable [] secret,
            @Nullable CaseFile caseFile,
            byte @Nullable [] caseSecret,
            @Nullable Long erasedBy,
            @Nullable String erasure) {}

    /**
     * All of a range of numbers.
     *
     * @param entries in order
     * @param strays numbers without an entry that have a case file or an erasure
     */
    record Range(List<RecordedEntry> entries, List<Long> strays) {}

    /**
     * What is there of a decision.
     *
     * @param erasedBy the entry that erased the case file, as the table of erasures says; null if it has none
     */
    record Kept(UUID decision, long entry, boolean hasCaseFile, @Nullable Long erasedBy) {}

    /** Where entries with consecutive numbers stand in the tree. */
    record Run(long index, long entry, int length) {}

    /**
     * A checkpoint as it stands in the database.
     *
     * @param root, note null if there are only cosignatures
     * @param cosignatures lines of a note
     */
    record RecordedCheckpoint(long size, byte @Nullable [] root, @Nullable String note, List<String> cosignatures) {}

    /** How far the record goes now. */
    Extent extent();

    /** The number of the last entry of a range, by its first number and its number of entries; the last number of all if the record has fewer entries. */
    long end(long from, int entries, long last);

    /** What has a number from one to another, both included. */
    Range range(long from, long to);

    /** What is there of these decisions. */
    List<Kept> kept(Collection<UUID> decisions);

    /** Runs from an index on, in order; none that begins at the end or after it. */
    List<Run> runs(long from, long end, int max);

    /** Checkpoints that are larger than a size, up to another one, in order. */
    List<RecordedCheckpoint> checkpoints(long largerThan, long to, int max);
}
