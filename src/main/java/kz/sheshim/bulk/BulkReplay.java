package kz.sheshim.bulk;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.NoVerdict;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.VerdictCodec;

/** Decides recorded applications again, each by the revision that decided it, and compares the verdicts byte for byte. */
public final class BulkReplay {
    private static final int MAX_LISTED = 1_000;

    private final Pages pages;
    private final VerdictCodec codec;
    private final Supplier<Policies> policies;

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

    /**
     * A decision whose verdict is another now.
     *
     * @param what is short, since it is signed
     * @param reason why there is no verdict any more; empty if there is one
     */
    public record Mismatch(long entry, DecisionId decision, String what, String reason) implements Serializable {
        private Mismatch(Recorded recorded, String what, String reason) {
            this(recorded.entry(), recorded.id(), what, reason);
        }

        private static Mismatch undecided(Recorded recorded, RuntimeException failure) {
            return new Mismatch(recorded, "there is no verdict any more", NoVerdict.reason(failure));
        }

        /** What is wrong, and the reason. */
        public String why() {
            return reason.isEmpty() ? what : what + ": " + reason;
        }
    }

    /** The policies of the revisions that decided. Any number of threads may use it. */
    public interface Policies extends AutoCloseable {
        /**
         * Does something with the policy of a revision, which is open meanwhile.
         *
         * @throws NoVerdict if the revision cannot be used
         */
        <T> T with(Revision revision, Function<DecidingPolicy, T> work);

        @Override
        void close();
    }

    /**
     * @param policies makes those of one run, which closes them
     * @param threads number of threads that decide
     */
    public BulkReplay(RecordedApplications applications, VerdictCodec codec, Supplier<Policies> policies, int threads) {
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
        Report[] report = {Report.NONE};
        try (Policies open = policies.get()) {
            pages.each(selection, page -> of(page, open, codec), (part, last) -> {
                report[0] = report[0].plus(part);
                progress.at(report[0].replayed(), last);
            });
            return report[0];
        }
    }

    /** Replays a part of the decisions; {@link Report#plus} adds it to others. */
    public static Report of(List<Recorded> part, Policies policies, VerdictCodec codec) {
        Map<Revision, List<Recorded>> byRevision = part.stream().collect(Collectors.groupingBy(Recorded::revision));
        List<Mismatch> found = byRevision.entrySet().stream()
                .flatMap(each -> mismatches(each.getKey(), each.getValue(), policies, codec).stream())
                .sorted(Comparator.comparingLong(Mismatch::entry))
                .toList();
        return new Report(part.size(), found.size(), found);
    }

    private static List<Mismatch> mismatches(
            Revision revision, List<Recorded> decided, Policies policies, VerdictCodec codec) {
        try {
            return policies.with(revision, policy -> {
                policy.compile(); // or fails once for all of them
                return decided.stream()
                        .flatMap(recorded -> mismatch(recorded, policy, codec).stream())
                        .toList();
            });
        } catch (NoVerdict unusable) {
            return decided.stream()
                    .map(recorded -> Mismatch.undecided(recorded, unusable))
                    .toList();
        }
    }

    private static Optional<Mismatch> mismatch(Recorded recorded, DecidingPolicy policy, VerdictCodec codec) {
        Pages.goOn();
        DecidingPolicy.Reading reading = policy.read(recorded.received().getBytes(StandardCharsets.UTF_8));
        if (!reading.faults().isEmpty()) {
            return Optional.of(new Mismatch(recorded, "the application cannot be read any more", ""));
        }
        try {
            return codec.encode(policy.decide(reading.facts())).equals(recorded.verdict())
                    ? Optional.empty()
                    : Optional.of(new Mismatch(recorded, "the verdict is another", ""));
        } catch (RuntimeException undecided) { // one application must not end the whole run
            return Optional.of(Mismatch.undecided(recorded, undecided));
        }
    }
}
