package kz.sheshim.bulk;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.background.Callers;
import kz.sheshim.bulk.RecordedApplications.Gone;
import kz.sheshim.bulk.RecordedApplications.Range;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.NoVerdict;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.vocabulary.Phrase;

/** Decides recorded applications again, each by the revision that decided it, and compares the verdicts byte for byte. */
public final class BulkReplay {
    private static final int MAX_LISTED = 1_000;

    private final RecordedApplications applications;
    private final Pages pages;
    private final VerdictCodec codec;
    private final Supplier<Policies> policies;

    /**
     * The result of a replay.
     *
     * @param replayed number of decisions
     * @param different number of them whose verdict is another now
     * @param erased number of further decisions whose case file was erased
     * @param missing number of further decisions whose case file is gone, though no erasure is recorded
     * @param mismatches the first {@value #MAX_LISTED} that are different or missing, in the order of their entries
     */
    public record Report(long replayed, long different, long erased, long missing, List<Mismatch> mismatches)
            implements Serializable {
        /** Of no decision. */
        public static final Report NONE = new Report(0, 0, 0, 0, List.of());

        public Report {
            mismatches = List.copyOf(mismatches);
        }

        /** Whether nothing is wrong. */
        public boolean isClean() {
            return different + missing == 0;
        }

        /** Of the decisions of both. Parts come to the same report in whatever order they are added. */
        public Report plus(Report part) {
            return new Report(
                    replayed + part.replayed,
                    different + part.different,
                    erased + part.erased,
                    missing + part.missing,
                    part.mismatches.isEmpty()
                            ? mismatches
                            : Stream.concat(mismatches.stream(), part.mismatches.stream())
                                    .sorted(Comparator.comparingLong(Mismatch::entry))
                                    .limit(MAX_LISTED)
                                    .toList());
        }
    }

    /**
     * A decision whose verdict is another now, or whose case file is missing.
     *
     * @param what is short, since it is signed
     * @param reason why there is no verdict any more; empty if there is one
     */
    public record Mismatch(long entry, DecisionId decision, Phrase what, Phrase reason) implements Serializable {
        private static final Phrase NONE = Phrase.of("{0}", "");

        private Mismatch(Recorded recorded, Phrase what, Phrase reason) {
            this(recorded.entry(), recorded.id(), what, reason);
        }

        private static Mismatch missing(Gone gone) {
            return new Mismatch(gone.entry(), gone.id(), Phrase.of("the case file is gone without an erasure"), NONE);
        }

        private static Mismatch undecided(Recorded recorded, RuntimeException failure) {
            return new Mismatch(recorded, Phrase.of("there is no verdict any more"), NoVerdict.phrase(failure));
        }

        /** What is wrong, and the reason. */
        public Phrase why() {
            return reason.toString().isEmpty() ? what : Phrase.joined(": ", List.of(what, reason));
        }
    }

    /**
     * How far a replay is.
     *
     * @param rest the entries that were not looked at yet
     * @param report of those before
     */
    record SoFar(Range rest, Report report) {}

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
     * @param callers go first
     * @param threads number of threads that decide
     */
    public BulkReplay(
            RecordedApplications applications,
            VerdictCodec codec,
            Supplier<Policies> policies,
            Callers callers,
            int threads) {
        this.applications = applications;
        this.pages = new Pages(applications, callers, threads, "replay");
        this.codec = codec;
        this.policies = policies;
    }

    /** The entries that a selection is among now. */
    Range range(Selection selection) {
        return applications.range(selection);
    }

    /**
     * Replays what is selected in the rest of a range.
     *
     * @param so the rest, and what was found before it
     * @param progress told after each page, with the rest after it
     */
    Report replay(SoFar so, Selection selection, Consumer<SoFar> progress) throws InterruptedException {
        SoFar[] reached = {so};
        try (Policies open = policies.get()) {
            pages.each(
                    so.rest(),
                    selection,
                    page -> of(page.applications(), page.gone(), open, codec, pages::goOn),
                    (part, rest) -> {
                        reached[0] = new SoFar(rest, reached[0].report().plus(part));
                        progress.accept(reached[0]);
                    });
            return reached[0].report();
        }
    }

    /** Replays a part of the decisions; {@link Report#plus} adds it to others. @param gone those whose case file is gone */
    public static Report of(List<Recorded> part, List<Gone> gone, Policies policies, VerdictCodec codec) {
        return of(part, gone, policies, codec, () -> {});
    }

    /** @param beforeEach decision */
    private static Report of(
            List<Recorded> part, List<Gone> gone, Policies policies, VerdictCodec codec, Runnable beforeEach) {
        Map<Revision, List<Recorded>> byRevision = part.stream().collect(Collectors.groupingBy(Recorded::revision));
        List<Mismatch> different = byRevision.entrySet().stream()
                .flatMap(each -> mismatches(each.getKey(), each.getValue(), policies, codec, beforeEach).stream())
                .toList();
        List<Mismatch> missing = gone.stream()
                .filter(each -> !each.erased())
                .map(Mismatch::missing)
                .toList();
        List<Mismatch> found = Stream.concat(different.stream(), missing.stream())
                .sorted(Comparator.comparingLong(Mismatch::entry))
                .toList();
        return new Report(part.size(), different.size(), gone.size() - missing.size(), missing.size(), found);
    }

    private static List<Mismatch> mismatches(
            Revision revision, List<Recorded> decided, Policies policies, VerdictCodec codec, Runnable beforeEach) {
        try {
            return policies.with(revision, policy -> {
                policy.compile(); // or fails once for all of them
                return decided.stream()
                        .flatMap(recorded -> {
                            beforeEach.run();
                            return mismatch(recorded, policy, codec).stream();
                        })
                        .toList();
            });
        } catch (NoVerdict unusable) {
            return decided.stream()
                    .map(recorded -> Mismatch.undecided(recorded, unusable))
                    .toList();
        }
    }

    private static Optional<Mismatch> mismatch(Recorded recorded, DecidingPolicy policy, VerdictCodec codec) {
        DecidingPolicy.Reading reading = policy.read(recorded.received().getBytes(StandardCharsets.UTF_8));
        if (!reading.faults().isEmpty()) {
            return Optional.of(
                    new Mismatch(recorded, Phrase.of("the application cannot be read any more"), Mismatch.NONE));
        }
        try {
            return codec.encode(policy.decideWithoutHurry(reading.facts())).equals(recorded.verdict())
                    ? Optional.empty()
                    : Optional.of(new Mismatch(recorded, Phrase.of("the verdict is another"), Mismatch.NONE));
        } catch (RuntimeException undecided) { // one application must not end the whole run
            return Optional.of(Mismatch.undecided(recorded, undecided));
        }
    }
}
