package kz.sheshim.bulk;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.VerdictCodec;
import org.jspecify.annotations.Nullable;

/** Decides recorded applications again, each by the revision that decided it, and compares the verdicts byte for byte. */
public final class BulkReplay {
    private static final int MAX_LISTED = 1_000;

    private final Pages pages;
    private final VerdictCodec codec;
    private final Function<Revision, DecidingPolicy> policies;

    /**
     * The result of a replay. Decisions whose case file is erased cannot be replayed and are not counted.
     *
     * @param replayed number of decisions
     * @param different number of decisions whose verdict is another now
     * @param mismatches the first {@value #MAX_LISTED} of them, in the order of their entries
     */
    public record Report(long replayed, long different, List<Mismatch> mismatches) implements Serializable {
        /** Of no decision. */
        public static final Report NONE = new Report(0, 0, List.of());

        public Report {
            mismatches = List.copyOf(mismatches);
        }

        /** Of the decisions of both. Parts come to the same report in whatever order they are added. */
        public Report plus(Report part) {
            return new Report(
                    replayed + part.replayed,
                    different + part.different,
                    part.mismatches.isEmpty()
                            ? mismatches
                            : Stream.concat(mismatches.stream(), part.mismatches.stream())
                                    .sorted(Comparator.comparingLong(Mismatch::entry))
                                    .limit(MAX_LISTED)
                                    .toList());
        }
    }

    /** A decision whose verdict is another now. */
    public record Mismatch(long entry, DecisionId decision, String why) implements Serializable {}

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
        Report[] report = {Report.NONE};
        try {
            pages.each(
                    selection,
                    page -> {
                        page.forEach(recorded -> open.computeIfAbsent(recorded.revision(), policies));
                        Map<Revision, DecidingPolicy> known = Map.copyOf(open);
                        return applications -> of(applications, known::get, codec);
                    },
                    (Report part, List<Recorded> page, long last) -> {
                        report[0] = report[0].plus(part);
                        progress.at(report[0].replayed(), last);
                    });
            return report[0];
        } finally {
            open.values().forEach(DecidingPolicy::close);
        }
    }

    /**
     * Replays a part of the decisions; {@link Report#plus} adds it to others.
     *
     * @param policies the policy of each revision that decided one of them
     */
    public static Report of(
            List<Recorded> part, Function<Revision, @Nullable DecidingPolicy> policies, VerdictCodec codec) {
        List<Mismatch> found = new ArrayList<>();
        for (Recorded recorded : part) {
            DecidingPolicy policy = policies.apply(recorded.revision());
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
        return new Report(part.size(), found.size(), found);
    }
}
