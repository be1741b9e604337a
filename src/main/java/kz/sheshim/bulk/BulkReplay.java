package kz.sheshim.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.VerdictCodec;

/** Decides recorded applications again, each by the revision that decided it, and compares the verdicts byte for byte. */
public final class BulkReplay {
    private static final int AT_ONCE = 250;
    private static final int MAX_LISTED = 1_000;

    private final RecordedApplications applications;
    private final VerdictCodec codec;
    private final Function<Revision, DecidingPolicy> policies;
    private final int threads;

    /**
     * What came of it. Erased case files cannot be replayed and are not among them.
     *
     * @param replayed number of decisions
     * @param different number of decisions whose verdict is another now
     * @param mismatches the first {@value #MAX_LISTED} of them, in the order of their entries
     */
    public record Report(long replayed, long different, List<Mismatch> mismatches) {}

    /** A decision whose verdict is another now. */
    public record Mismatch(long entry, DecisionId decision, String why) {}

    /**
     * @param policies compiles a revision; throws if it cannot be used. Each is used for one run, and closed after it
     * @param threads number of threads that decide
     */
    public BulkReplay(
            RecordedApplications applications,
            VerdictCodec codec,
            Function<Revision, DecidingPolicy> policies,
            int threads) {
        this.applications = applications;
        this.codec = codec;
        this.policies = policies;
        this.threads = threads;
    }

    /**
     * Replays.
     *
     * @param progress told the number of decisions so far and the last entry
     */
    public Report replay(Selection selection, BackgroundRun.Progress progress) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "replay");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
        Map<Revision, DecidingPolicy> open = new HashMap<>();
        try {
            return replay(selection, progress, pool, open);
        } finally {
            pool.shutdownNow();
            open.values().forEach(DecidingPolicy::close);
        }
    }

    private Report replay(
            Selection selection,
            BackgroundRun.Progress progress,
            ExecutorService pool,
            Map<Revision, DecidingPolicy> open)
            throws InterruptedException {
        Deque<CompletableFuture<List<Mismatch>>> window = new ArrayDeque<>();
        Deque<Integer> sizes = new ArrayDeque<>();
        List<Mismatch> listed = new ArrayList<>();
        long replayed = 0;
        long different = 0;
        long entry = applications.before(selection);
        boolean isEnd = false;
        while (!isEnd || !window.isEmpty()) {
            while (!isEnd && window.size() < 2 * threads) {
                List<Recorded> group = applications.after(entry, selection, AT_ONCE);
                isEnd = group.isEmpty();
                if (!isEnd) {
                    entry = group.get(group.size() - 1).entry();
                    for (Recorded recorded : group) {
                        open.computeIfAbsent(recorded.revision(), policies);
                    }
                    Map<Revision, DecidingPolicy> known = Map.copyOf(open);
                    window.add(CompletableFuture.supplyAsync(() -> mismatches(group, known), pool));
                    sizes.add(group.size());
                }
            }
            if (!window.isEmpty()) {
                List<Mismatch> found = window.remove().join();
                replayed += sizes.remove();
                different += found.size();
                found.stream().limit(MAX_LISTED - listed.size()).forEach(listed::add);
                progress.at(replayed, entry);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return new Report(replayed, different, listed);
    }

    private List<Mismatch> mismatches(List<Recorded> group, Map<Revision, DecidingPolicy> known) {
        List<Mismatch> found = new ArrayList<>();
        for (Recorded recorded : group) {
            DecidingPolicy policy = known.get(recorded.revision());
            if (policy == null) {
                throw new IllegalStateException("no policy for " + recorded.revision());
            }
            DecidingPolicy.Reading reading = policy.read(recorded.received().getBytes(StandardCharsets.UTF_8));
            if (!reading.faults().isEmpty()) {
                found.add(new Mismatch(recorded.entry(), recorded.id(), "the application cannot be read any more"));
            } else if (!codec.encode(policy.decide(reading.facts())).equals(recorded.verdict())) {
                found.add(new Mismatch(recorded.entry(), recorded.id(), "the verdict is another"));
            }
        }
        return found;
    }
}
