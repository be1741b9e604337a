package kz.sheshim.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.VerdictCodec;

/** Decides recorded applications again, each by the revision that decided it, and compares the verdicts byte for byte. */
public final class BulkReplay {
    private static final int MAX_LISTED = 1_000;

    private final Pages pages;
    private final VerdictCodec codec;
    private final Function<Revision, DecidingPolicy> policies;

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
        this.pages = new Pages(applications, threads, "replay");
        this.codec = codec;
        this.policies = policies;
    }

    /**
     * Replays.
     *
     * @param progress told the number of decisions so far and the last entry
     */
    public Report replay(Selection selection, BackgroundRun.Progress progress) throws InterruptedException {
        Map<Revision, DecidingPolicy> open = new HashMap<>();
        List<Mismatch> listed = new ArrayList<>();
        long[] replayed = {0};
        long[] different = {0};
        try {
            pages.each(
                    selection,
                    page -> {
                        page.forEach(recorded -> open.computeIfAbsent(recorded.revision(), policies));
                        Map<Revision, DecidingPolicy> known = Map.copyOf(open);
                        return applications -> mismatches(applications, known);
                    },
                    (List<Mismatch> found, List<Recorded> page, long last) -> {
                        replayed[0] += page.size();
                        different[0] += found.size();
                        found.stream().limit(MAX_LISTED - listed.size()).forEach(listed::add);
                        progress.at(replayed[0], last);
                    });
            return new Report(replayed[0], different[0], listed);
        } finally {
            open.values().forEach(DecidingPolicy::close);
        }
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
