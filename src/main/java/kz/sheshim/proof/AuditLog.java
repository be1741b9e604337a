package kz.sheshim.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.sheshim.log.RecordReader;
import kz.sheshim.log.RecordReader.Run;
import kz.sheshim.log.TreeStore.SignedTree;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.Tile;
import kz.sheshim.log.tree.TreeEdge;
import kz.sheshim.log.tree.TrustPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole record and computes every commitment, leaf, tile and checkpoint again. Nothing that the database says of itself is believed: what counts are the
 * keys of the trust policy and a checkpoint that was kept elsewhere.
 */
public final class AuditLog {
    private static final int ENTRIES_AT_ONCE = 1_000;
    private static final int ROWS_AT_ONCE = 10_000;
    private static final int MAX_FLAWS = 1_000;

    private final RecordReader record;
    private final SealedParts parts;

    /** Is told how far an audit is. */
    public interface Progress {
        /** MUST return at once. */
        void audited(long entries, long lastEntry);
    }

    /**
     * One thing that is wrong.
     *
     * @param entry the number of the entry; null if it concerns the log as a whole
     */
    public record Flaw(@Nullable Long entry, String text) {
        @Override
        public String toString() {
            return (entry == null ? "" : "entry " + entry + ": ") + text;
        }
    }

    /**
     * What an audit found.
     *
     * @param entries number of entries
     * @param inTree number of entries in the tree
     * @param checkpoints number of checkpoints
     * @param flaws the first {@value #MAX_FLAWS}, in the order of the entries
     */
    public record Report(long entries, long inTree, long checkpoints, List<Flaw> flaws) {}

    public AuditLog(RecordReader record, SealedParts parts) {
        this.record = record;
        this.parts = parts;
    }

    /**
     * Audits the record with as many threads as there are processors.
     *
     * @param trust the keys of the log, and of witnesses
     * @param kept a checkpoint that was kept outside the database; null: none. Without it a thief of the key can rewrite everything
     */
    public Report audit(TrustPolicy trust, @Nullable Note kept, Progress progress) {
        ExecutorService pool =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), work -> {
                    Thread thread = new Thread(work, "audit");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            return new Walk(trust, kept, progress).audit(pool);
        } finally {
            pool.shutdownNow();
        }
    }

    /** The state of one audit. */
    private final class Walk {
        private final List<Flaw> flaws = new ArrayList<>();
        private final Deque<Run> runs = new ArrayDeque<>();
        private final Deque<SignedTree> checkpoints = new ArrayDeque<>();
        private final @Nullable Checkpoint kept;
        private final KeyChain keys;
        private final LawOfEntries law = new LawOfEntries();
        private final Progress progress;
        private final List<Hash> pending = new ArrayList<>();
        /** The numbers of the entries since the last full tile. */
        private final List<Long> pendingEntries = new ArrayList<>();

        private TreeEdge edge = TreeEdge.empty();
        private long runsRead;
        private long lastCheckpoint = -1;
        private long entries;
        private long checkpointCount;
        private boolean treeEnded;

        Walk(TrustPolicy trust, @Nullable Note note, Progress progress) {
            this.keys = new KeyChain(trust);
            this.progress = progress;
            this.kept = note == null ? null : keptCheckpoint(trust, note);
        }

        private @Nullable Checkpoint keptCheckpoint(TrustPolicy trust, Note note) {
            try {
                return trust.verify(note);
            } catch (NotValid wrong) {
                flaw(null, "the checkpoint that was kept elsewhere does not count: " + wrong.getMessage());
                return null;
            }
        }

        private void flaw(@Nullable Long entry, String text) {
            if (flaws.size() < MAX_FLAWS) {
                flaws.add(new Flaw(entry, text));
            }
        }

        Report audit(ExecutorService pool) {
            long last = record.lastEntry();
            Deque<CompletableFuture<List<EntryCheck.Checked>>> window = new ArrayDeque<>();
            EntryCheck check = new EntryCheck(parts);
            long next = 1;
            while (next <= last || !window.isEmpty()) {
                while (next <= last && window.size() < 8) {
                    long from = next;
                    long to = Math.min(last, next + ENTRIES_AT_ONCE - 1);
                    window.add(CompletableFuture.supplyAsync(
                            () -> record.entries(from, to).stream()
                                    .map(check::check)
                                    .toList(),
                            pool));
                    next = to + 1;
                }
                window.remove().join().forEach(this::take);
                progress.audited(entries, last);
            }
            end();
            return new Report(entries, edge.size(), checkpointCount, flaws);
        }

        private long index() {
            return edge.size() + pending.size();
        }

        /** The run with the next leaf; null after the last one. */
        private @Nullable Run run() {
            while (!treeEnded) {
                Run run = runs.peek();
                if (run == null) {
                    List<Run> more = record.runs(runsRead, ROWS_AT_ONCE);
                    runs.addAll(more);
                    treeEnded = more.isEmpty();
                    if (!treeEnded) {
                        runsRead = more.get(more.size() - 1).index() + 1;
                    }
                } else if (run.index() + run.length() <= index()) {
                    runs.remove();
                } else {
                    return run;
                }
            }
            return null;
        }

        private void take(EntryCheck.Checked checked) {
            entries++;
            long number = checked.number();
            checked.flaws().forEach(text -> flaw(number, text));
            checked.statement().flatMap(keys::take).ifPresent(text -> flaw(number, text));
            checked.statement().flatMap(law::take).ifPresent(text -> flaw(number, text));
            for (Run run = run(); run != null; run = run()) {
                if (run.index() > index()) {
                    flaw(null, "no entry stands at index " + index() + " of the tree");
                    return;
                }
                long expected = run.entry() + index() - run.index();
                if (number < expected) {
                    flaw(number, "it was inserted: the tree does not have it");
                    return;
                }
                boolean isThere = number == expected;
                if (!isThere) {
                    flaw(expected, "it is missing");
                }
                add(isThere ? checked.leaf() : stored(index()), expected);
                if (isThere) {
                    return;
                }
            }
            // after the tree: it waits to be taken in
        }

        private Hash stored(long index) {
            Tile tile = new Tile(0, index / Tile.FULL, (int) (index % Tile.FULL) + 1);
            byte[] hashes = record.read(Set.of(tile)).get(tile);
            return hashes == null
                    ? Hash.leaf(new byte[0])
                    : Hash.of(Arrays.copyOfRange(hashes, hashes.length - Hash.LENGTH, hashes.length));
        }

        private void add(Hash leaf, long entry) {
            pending.add(leaf);
            pendingEntries.add(entry);
            if (index() % Tile.FULL == 0 || index() == nextCheckpoint()) {
                grow();
            }
        }

        /** The size of the next checkpoint to compare with. */
        private long nextCheckpoint() {
            if (checkpoints.isEmpty()) {
                checkpoints.addAll(record.checkpoints(lastCheckpoint, ROWS_AT_ONCE));
            }
            long next =
                    checkpoints.isEmpty() ? Long.MAX_VALUE : checkpoints.peek().size();
            return kept != null && kept.size() > edge.size() ? Math.min(next, kept.size()) : next;
        }

        private void grow() {
            TreeEdge.Growth growth = edge.append(pending);
            Map<Tile, byte[]> full = new LinkedHashMap<>(growth.tiles());
            full.keySet().removeIf(tile -> tile.width() < Tile.FULL);
            compare(full);
            edge = growth.edge();
            pending.clear();
            if (index() % Tile.FULL == 0) {
                pendingEntries.clear();
            }
            compareCheckpoints();
        }

        private void compare(Map<Tile, byte[]> computed) {
            if (computed.isEmpty()) {
                return;
            }
            Map<Tile, byte[]> stored = record.read(new LinkedHashSet<>(computed.keySet()));
            computed.forEach((tile, hashes) -> {
                byte[] other = stored.get(tile);
                int differs = other == null ? 0 : Arrays.mismatch(hashes, other);
                if (differs >= 0) {
                    boolean isLeaf = tile.level() == 0;
                    int first = pendingEntries.size() - tile.width();
                    Long entry = isLeaf && other != null ? pendingEntries.get(first + differs / Hash.LENGTH) : null;
                    flaw(
                            entry,
                            entry == null
                                    ? tile.path() + (other == null ? " is missing" : " is not what its entries give")
                                    : "its statement is not the one in the tree (" + tile.path() + ")");
                }
            });
        }

        private void compareCheckpoints() {
            while (nextCheckpoint() <= edge.size()
                    && !checkpoints.isEmpty()
                    && checkpoints.peek().size() <= edge.size()) {
                SignedTree checkpoint = checkpoints.remove();
                compare(checkpoint);
                lastCheckpoint = checkpoint.size();
                checkpointCount++;
            }
            if (kept != null && kept.size() == edge.size() && !kept.root().equals(edge.root())) {
                flaw(
                        null,
                        "the first " + kept.size()
                                + " entries are not those of the checkpoint that was kept elsewhere");
            }
        }

        private void compare(SignedTree stored) {
            String name = "the checkpoint of size " + stored.size();
            if (stored.size() < edge.size()) {
                flaw(null, name + " stands between two entries that the tree took in at once");
                return;
            }
            if (!stored.root().equals(edge.root())) {
                flaw(
                        null,
                        name + " has not the root that its entries give; the one before, of size "
                                + Math.max(0, lastCheckpoint) + ", is the last that can be right");
            }
            try {
                Note note = Note.parse(stored.note());
                note.verify(keys.known());
                Checkpoint signed = Checkpoint.parse(note.text());
                if (signed.size() != stored.size() || !signed.root().equals(stored.root())) {
                    flaw(null, name + " is signed for another tree");
                }
            } catch (NotValid wrong) {
                flaw(null, name + ": " + wrong.getMessage());
            }
        }

        private void end() {
            for (Run run = run(); run != null; run = run()) {
                if (run.index() > index()) {
                    flaw(null, "no entry stands at index " + index() + " of the tree");
                    break;
                }
                long expected = run.entry() + index() - run.index();
                flaw(expected, "it is missing");
                add(stored(index()), expected);
            }
            if (!pending.isEmpty()) {
                grow();
            }
            compare(edge.tiles());
            if (!keys.isTrusted()) {
                flaw(null, "no key of the log is one of the trust policy");
            }
            if (nextCheckpoint() != Long.MAX_VALUE && !checkpoints.isEmpty()) {
                flaw(
                        null,
                        "there is a checkpoint of size " + checkpoints.peek().size() + ", but only " + edge.size()
                                + " entries in the tree");
            }
            if (edge.size() > 0 && lastCheckpoint < edge.size()) {
                flaw(
                        null,
                        "no checkpoint covers the last entries of the tree, from index " + Math.max(0, lastCheckpoint));
            }
            if (kept != null && kept.size() > edge.size()) {
                flaw(
                        null,
                        "the log has " + edge.size()
                                + " entries in the tree, and the checkpoint that was kept elsewhere " + kept.size()
                                + ": entries were removed, or this is an older copy");
            }
            record.strayCaseFiles().forEach(entry -> flaw(entry, "there is a case file without the entry"));
        }
    }
}
