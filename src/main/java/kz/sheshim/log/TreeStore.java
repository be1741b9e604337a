package kz.sheshim.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.NoteSignature;
import kz.sheshim.log.tree.Tile;
import kz.sheshim.log.tree.TileReader;

/** Keeps the tree over the entries: tiles, checkpoints, and where each entry stands. */
public interface TreeStore extends TileReader {

    /** An entry and its statement. */
    record Leaf(EntryNumber entry, Statement statement) {}

    /** A signed size and root of the tree. */
    record SignedTree(long size, Hash root, String note) {}

    /** The newest checkpoint with its cosignatures; empty if the tree has none yet. */
    Optional<SignedTree> newest();

    /** The newest checkpoints that witnesses have cosigned, with their cosignatures, newest first. */
    List<SignedTree> cosigned(int max);

    /** Adds the cosignature of a witness to the checkpoint of this size. */
    void cosign(long size, NoteSignature cosignature);

    /** The statement of the newest key of the log; empty if it has none yet. */
    Optional<Statement> newestKey();

    /** When the oldest entry that is not in the tree was recorded; empty if all are in the tree. */
    Optional<Instant> waitingSince();

    /** The index of the leaf of an entry; empty if the entry is not in the tree yet. */
    Optional<Long> index(EntryNumber entry);

    /** The leaves from an index on, in order; fewer if the tree ends before. */
    List<Leaf> leaves(long index, int count);

    /**
     * Does the work while no other service does such work on the same database, in one transaction. Whatever the work stored MUST be durable when this method
     * returns, and nothing of it may be seen if the work throws. Empty if another service is at work.
     */
    <T> Optional<T> inTurn(Function<Turn, T> work);

    /** What the integrator may do in its turn. */
    interface Turn extends TileReader {
        Optional<SignedTree> newest();

        /** The number of the last entry in the tree; 0 if it has none. */
        long lastEntry();

        /** The statement of the newest key of the log; empty if it has none yet. */
        Optional<Statement> newestKey();

        /** Adds an entry that is no decision. It is one of those that wait. */
        void append(String kind, Instant at, Statement statement);

        /** The entries that are not in the tree, in the order of their numbers. An entry that comes later MUST have a larger number. */
        List<Leaf> waiting(int max);

        /** Adds leaves to the tree. */
        void store(long index, List<Leaf> leaves, Map<Tile, byte[]> tiles);

        void store(SignedTree checkpoint);
    }
}
