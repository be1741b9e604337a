package kz.sheshim.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.sheshim.background.Callers;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.RecordReader;
import kz.sheshim.log.RecordReader.Extent;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.proof.EntryCheck.CheckedRange;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole record and computes every commitment, leaf, tile and checkpoint again. Nothing that the database says of itself is believed: what counts are the
 * keys of the trust policy and a checkpoint that was kept elsewhere.
 */
public final class AuditLog {
    /** Of more, the case files in memory outlive the young generation of a small heap, and collecting them takes a quarter of the audit's time. */
    private static final int ENTRIES_AT_ONCE = 250;

    private static final int RANGES_AT_ONCE = 8;

    private final RecordReader record;
    private final EntryCheck check;

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
    public record Flaw(@Nullable Long entry, Phrase phrase) {
        /** In English. */
        public String text() {
            return phrase.toString();
        }

        @Override
        public String toString() {
            return (entry == null ? "" : "entry " + entry + ": ") + phrase;
        }
    }

    /**
     * What an audit found.
     *
     * @param entries number of entries
     * @param inTree number of entries in the tree
     * @param checkpoints number of checkpoints
     * @param flaws in the order of the entries; last those that concern the log as a whole. After {@value Flaws#MAX} flaws an audit ends, and the last of them says so
     */
    public record Report(long entries, long inTree, long checkpoints, List<Flaw> flaws) {}

    /**
     * @param parser reads recorded verdicts
     * @param callers go first
     */
    public AuditLog(RecordReader record, SealedParts parts, JsonParser parser, Callers callers) {
        this.record = record;
        this.check = new EntryCheck(record, parts, parser, callers);
    }

    /**
     * Audits the record as it stands now, with as many threads as there are processors. What is recorded meanwhile is left to the next audit.
     *
     * @param trust the keys of the log, and of witnesses
     * @param kept a checkpoint that was kept outside the database; null: none. Without it a thief of the key can rewrite everything
     * @throws LogUnavailable if the database cannot be read
     */
    public Report audit(TrustPolicy trust, @Nullable Note kept, Progress progress) {
        ExecutorService pool =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), work -> {
                    Thread thread = new Thread(work, "audit");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            return new Walk(trust, kept, pool).audit(pool, progress);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof LogUnavailable away ? away : failed;
        } finally {
            pool.shutdownNow();
        }
    }

    /** The state of one audit. */
    private final class Walk {
        private final Flaws flaws = new Flaws();
        private final LawOfEntries law = new LawOfEntries();
        private final Extent extent = record.extent();
        private final KeyChain keys;
        private final CheckpointAudit checkpoints;
        private final TreeAudit tree;
        private long entries;

        Walk(TrustPolicy trust, @Nullable Note kept, ExecutorService pool) {
            this.keys = new KeyChain(trust);
            this.checkpoints = new CheckpointAudit(record, extent.size(), keys, trust, kept, flaws, pool);
            this.tree = new TreeAudit(record, extent, checkpoints, flaws);
        }

        Report audit(ExecutorService pool, Progress progress) {
            Deque<CompletableFuture<CheckedRange>> window = new ArrayDeque<>();
            long from = Long.MIN_VALUE;
            boolean isRead = false;
            while (!isRead || !window.isEmpty()) {
                while (!isRead && window.size() < RANGES_AT_ONCE) {
                    long first = from;
                    long last = record.end(first, ENTRIES_AT_ONCE, extent.lastEntry());
                    window.add(CompletableFuture.supplyAsync(() -> check.check(first, last), pool));
                    isRead = last >= extent.lastEntry();
                    from = last + 1;
                }
                CheckedRange range = window.remove().join();
                range.entries().forEach(this::take);
                range.strays().forEach(this::stray);
                progress.audited(entries, extent.lastEntry());
                if (flaws.areMany()) {
                    return report(Phrase.of("there are more flaws: the audit ended here"));
                }
            }
            extent.strays().forEach(this::stray);
            tree.end();
            return flaws.areMany() ? report(Phrase.of("there are more flaws")) : report(null);
        }

        private Report report(@Nullable Phrase more) {
            List<Flaw> all = flaws.all();
            if (more != null) {
                all.add(new Flaw(null, more));
            }
            return new Report(entries, tree.size(), checkpoints.count(), all);
        }

        private void take(EntryCheck.Checked checked) {
            entries++;
            long number = checked.number();
            checked.flaws().forEach(text -> flaws.add(number, text));
            if (tree.reaches(number)) {
                checked.statement().flatMap(keys::take).ifPresent(text -> flaws.add(number, text));
                checked.statement().flatMap(law::take).ifPresent(text -> flaws.add(number, text));
                tree.take(number, checked.leaf());
            }
        }

        private void stray(long number) {
            flaws.add(number, Phrase.of("there is a case file or an erasure without the entry"));
        }
    }
}
