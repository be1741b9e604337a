package kz.sheshim.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;

/** Decides recorded applications by two policies, in bounded memory, with threads that leave the processors to callers. */
public final class ImpactRun {
    private static final int AT_ONCE = 250;

    private final RecordedApplications applications;
    private final VerdictCodec codec;
    private final int threads;

    /** @param threads number of threads that decide */
    public ImpactRun(RecordedApplications applications, VerdictCodec codec, int threads) {
        this.applications = applications;
        this.codec = codec;
        this.threads = threads;
    }

    /**
     * What {@code after} changes in the verdicts of {@code before}. Interrupting the thread ends it.
     *
     * @param progress told the number of applications that were decided so far
     */
    public Impact between(DecidingPolicy before, DecidingPolicy after, Selection selection, LongConsumer progress)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "impact");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
        try {
            Impact all = new Impact();
            Deque<CompletableFuture<Impact>> window = new ArrayDeque<>();
            long entry = applications.before(selection);
            boolean isEnd = false;
            while (!isEnd || !window.isEmpty()) {
                while (!isEnd && window.size() < 2 * threads) {
                    List<Recorded> group = applications.after(entry, selection, AT_ONCE);
                    isEnd = group.isEmpty();
                    if (!isEnd) {
                        entry = group.get(group.size() - 1).entry();
                        window.add(CompletableFuture.supplyAsync(() -> decide(group, before, after), pool));
                    }
                }
                if (!window.isEmpty()) {
                    all.add(window.remove().join());
                    progress.accept(all.decided());
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private Impact decide(List<Recorded> group, DecidingPolicy before, DecidingPolicy after) {
        Impact impact = new Impact();
        for (Recorded recorded : group) {
            byte[] received = recorded.received().getBytes(StandardCharsets.UTF_8);
            DecidingPolicy.Reading reading = after.read(received);
            if (!reading.faults().isEmpty()) {
                impact.addUnreadable(reading.faults());
                continue;
            }
            impact.add(recorded.id(), verdict(recorded, received, before), after.decide(reading.facts()));
        }
        return impact;
    }

    /** What was recorded, if {@code before} decided it; otherwise what that would decide, or the recorded one if it cannot read the application. */
    private Verdict verdict(Recorded recorded, byte[] received, DecidingPolicy before) {
        if (!recorded.revision().equals(before.revision())) {
            DecidingPolicy.Reading reading = before.read(received);
            if (reading.faults().isEmpty()) {
                return before.decide(reading.facts());
            }
        }
        return codec.decode(recorded.verdict());
    }
}
