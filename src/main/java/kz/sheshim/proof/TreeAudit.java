package kz.sheshim.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.sheshim.log.RecordReader;
import kz.sheshim.log.RecordReader.Edge;
import kz.sheshim.log.RecordReader.Extent;
import kz.sheshim.log.RecordReader.Run;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.Tile;
import kz.sheshim.log.tree.TreeEdge;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Builds the tree again from the leaves, and compares it with what the database has of it. Used by one thread. */
final class TreeAudit {
    private static final int ROWS_AT_ONCE = 10_000;
    private static final int TILES_AT_ONCE = 64;

    private final RecordReader record;
    private final Extent extent;
    private final CheckpointAudit checkpoints;
    private final Flaws flaws;
    private final Deque<Run> runs = new ArrayDeque<>();
    private final List<Hash> pending = new ArrayList<>();
    private final long[] entriesOfTile = new long[Tile.FULL];
    private final Map<Tile, Computed> computed = new LinkedHashMap<>();

    private TreeEdge edge = TreeEdge.empty();
    private long unread = Long.MIN_VALUE;
    private @Nullable Run run;
    private boolean ended;
    private @Nullable Tile stored;
    private byte[] storedHashes = {};

    /** @param entries of the leaves under the last tile of level 0; otherwise empty */
    private record Computed(byte[] hashes, long[] entries) {}

    TreeAudit(RecordReader record, Extent extent, CheckpointAudit checkpoints, Flaws flaws) {
        this.record = record;
        this.extent = extent;
        this.checkpoints = checkpoints;
        this.flaws = flaws;
    }

    private long index() {
        return edge.size() + pending.size();
    }

    /** The run with the next leaf; null after the last one. */
    private @Nullable Run run() {
        while (!ended && (run == null || run.index() + run.length() <= index())) {
            Run next = nextRun();
            if (next == null) {
                ended = true;
            } else if (next.index() < index()) {
                flaws.add(
                        next.entry(),
                        Phrase.of(
                                "a surplus row of tree_run says that it stands at index {0} of the tree",
                                next.index()));
            } else if (next.index() > index()) {
                flaws.add(null, Phrase.of("no entry stands at index {0} of the tree", index()));
                ended = true;
            } else {
                run = next;
            }
        }
        return ended ? null : run;
    }

    private @Nullable Run nextRun() {
        if (runs.isEmpty()) {
            runs.addAll(record.runs(unread, extent.size(), ROWS_AT_ONCE));
            unread = runs.isEmpty() ? unread : runs.getLast().index() + 1;
        }
        return runs.poll();
    }

    /** Goes on to an entry, over those before it that are missing. Whether it is one of the log: it stands in the tree, or waits to be taken into it. */
    boolean reaches(long entry) {
        for (Run in = run(); in != null; in = run()) {
            long expected = in.entry() + index() - in.index();
            if (entry <= expected) {
                if (entry < expected) {
                    flaws.add(entry, Phrase.of("it was inserted: the tree does not have it"));
                }
                return entry == expected;
            }
            missing(expected, Math.min(entry - 1, in.entry() + in.length() - 1));
        }
        return true;
    }

    /** Adds the entry that was reached, if it stands in the tree. */
    void take(long entry, Hash leaf) {
        if (run() != null) {
            add(leaf, entry);
        }
    }

    private void missing(long first, long last) {
        flaws.add(
                first,
                first == last
                        ? Phrase.of("it is missing")
                        : Phrase.of("it is missing, and so are all after it, up to {0}", last));
        for (long entry = first; entry <= last && !flaws.areMany(); entry++) {
            add(stored(index()), entry);
        }
    }

    /** The hash of a leaf as the tile has it. */
    private Hash stored(long index) {
        long number = index / Tile.FULL;
        int place = (int) (index % Tile.FULL);
        int width = (int) Math.min(Tile.FULL, extent.size() - number * Tile.FULL);
        if (place < width && (stored == null || stored.index() != number)) {
            stored = new Tile(0, number, width);
            storedHashes = record.read(Set.of(stored)).getOrDefault(stored, new byte[0]);
        }
        int at = place * Hash.LENGTH;
        return place < width && at < storedHashes.length
                ? Hash.of(Arrays.copyOfRange(storedHashes, at, at + Hash.LENGTH))
                : Hash.leaf(new byte[0]);
    }

    private void add(Hash leaf, long entry) {
        entriesOfTile[(int) (index() % Tile.FULL)] = entry;
        pending.add(leaf);
        if (index() % Tile.FULL == 0 || index() == checkpoints.next(edge.size())) {
            grow();
        }
    }

    private void grow() {
        TreeEdge.Growth growth = edge.append(pending);
        edge = growth.edge();
        pending.clear();
        growth.tiles().forEach((tile, hashes) -> {
            if (tile.width() == Tile.FULL) {
                computed.put(tile, computed(tile, hashes));
            }
        });
        if (computed.size() >= TILES_AT_ONCE) {
            compareTiles();
        }
        checkpoints.compare(edge);
    }

    private Computed computed(Tile tile, byte[] hashes) {
        boolean isLast = tile.level() == 0 && tile.index() == (edge.size() - 1) / Tile.FULL;
        return new Computed(hashes, isLast ? entriesOfTile.clone() : new long[0]);
    }

    private void compareTiles() {
        Map<Tile, byte[]> read = computed.isEmpty() ? Map.of() : record.read(Set.copyOf(computed.keySet()));
        computed.forEach((tile, expected) -> compare(tile, expected, read.get(tile)));
        computed.clear();
    }

    private void compare(Tile tile, Computed expected, byte @Nullable [] other) {
        if (other == null) {
            flaws.add(null, Phrase.of("{0} is missing", tile.path()));
            return;
        }
        int differs = Arrays.mismatch(expected.hashes, other);
        if (differs >= 0 && differs / Hash.LENGTH < expected.entries.length) {
            flaws.add(
                    expected.entries[differs / Hash.LENGTH],
                    Phrase.of("its statement is not the one in the tree ({0})", tile.path()));
        } else if (differs >= 0) {
            flaws.add(null, Phrase.of("{0} is not what its entries give", tile.path()));
        }
    }

    /** There are no more entries. */
    void end() {
        for (Run in = run(); in != null && !flaws.areMany(); in = run()) {
            missing(in.entry() + index() - in.index(), in.entry() + in.length() - 1);
        }
        if (!pending.isEmpty()) {
            grow();
        }
        compareTiles();
        compareEdge();
        extent.surplus()
                .forEach(row -> flaws.add(
                        null,
                        Phrase.of(
                                "the newest checkpoint, of size {0}, does not cover the row {1}", extent.size(), row)));
        checkpoints.end(edge.size());
    }

    /** The partial tiles as they were when the audit began. A row whose tile has become full since it was written is its beginning. */
    private void compareEdge() {
        Map<Tile, byte[]> expected = new LinkedHashMap<>(edge.tiles());
        for (Edge row : extent.edge()) {
            Tile tile = partial(row);
            if (tile == null) {
                flaws.add(null, Phrase.of("the tree has no tile like the row tree_edge {0}", row.level()));
                continue;
            }
            byte[] hashes = expected.remove(tile);
            compare(tile, computed(tile, hashes == null ? beginning(tile) : hashes), row.hashes());
        }
        expected.keySet().forEach(tile -> flaws.add(null, Phrase.of("{0} is missing", tile.path())));
    }

    /** Null unless the tree has this tile. */
    private @Nullable Tile partial(Edge row) {
        int width = row.hashes().length / Hash.LENGTH;
        boolean isTile = row.level() >= 0
                && row.level() < Long.BYTES
                && row.number() >= 0
                && width > 0
                && width < Tile.FULL
                && row.hashes().length == width * Hash.LENGTH;
        Tile tile = isTile ? new Tile(row.level(), row.number(), width) : null;
        return tile != null && tile.isIn(edge.size()) ? tile : null;
    }

    private byte[] beginning(Tile partial) {
        return record.read(Set.of(partial)).getOrDefault(partial, new byte[0]);
    }

    /** The number of leaves. */
    long size() {
        return edge.size();
    }
}
