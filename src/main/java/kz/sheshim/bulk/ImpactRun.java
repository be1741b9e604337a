package kz.sheshim.bulk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import kz.sheshim.background.Callers;
import kz.sheshim.bulk.RecordedApplications.Range;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;

/** Decides recorded applications by two policies. */
public final class ImpactRun {
    private final RecordedApplications applications;
    private final Pages pages;
    private final VerdictCodec codec;

    /**
     * @param callers go first
     * @param threads number of threads that decide
     */
    public ImpactRun(RecordedApplications applications, VerdictCodec codec, Callers callers, int threads) {
        this.applications = applications;
        this.pages = new Pages(applications, callers, threads, "impact");
        this.codec = codec;
    }

    /** The entries that a selection is among now. */
    public Range range(Selection selection) {
        return applications.range(selection);
    }

    /** Number of decisions that were recorded after an entry, of at most {@code most}. */
    public int countAfter(long entry, int most) {
        return applications.countAfter(entry, most);
    }

    /**
     * What {@code after} changes in the verdicts of {@code before} for the selected applications of some entries. Interrupting the thread ends it.
     *
     * @param progress told the number of applications that were decided so far
     */
    public Impact between(
            DecidingPolicy before, DecidingPolicy after, Range range, Selection selection, LongConsumer progress)
            throws InterruptedException {
        PolicyPair policies = new PolicyPair(before, after);
        return all(
                range, selection, page -> compare(page, policies, byLawBefore(policies, codec), pages::goOn), progress);
    }

    /**
     * In which recorded decisions {@code after} changes the law so that it says something else now than was recorded. One that an earlier law decided is not among
     * them if {@code after} says what was recorded, as after a roll-back, or what {@code before} said already. Interrupting the thread ends it.
     *
     * @param progress told the number of applications that were decided so far
     */
    public Impact onRecord(
            DecidingPolicy before, DecidingPolicy after, Range range, Selection selection, LongConsumer progress)
            throws InterruptedException {
        PolicyPair policies = new PolicyPair(before, after);
        return all(
                range,
                selection,
                page -> compare(
                        page,
                        policies,
                        (recorded, received, decided, impact) -> {
                            Verdict said = codec.decode(recorded.verdict());
                            boolean isOther = !said.decidesAs(decided)
                                    && !verdict(recorded, received, before, codec)
                                            .decidesAs(decided);
                            impact.add(recorded, isOther ? said : decided, decided, policies);
                        },
                        pages::goOn),
                progress);
    }

    private Impact all(Range range, Selection selection, Function<List<Recorded>, Impact> of, LongConsumer progress)
            throws InterruptedException {
        Impact all = new Impact();
        pages.each(range, selection, page -> of.apply(page.applications()), (part, rest) -> {
            all.add(part);
            progress.accept(all.decided());
        });
        return all;
    }

    /** What the second policy changes in a part of the applications; {@link Impact#add(Impact)} adds it to others. */
    public static Impact of(List<Recorded> part, PolicyPair policies, VerdictCodec codec) {
        return compare(part, policies, byLawBefore(policies, codec), () -> {});
    }

    private static Comparison byLawBefore(PolicyPair policies, VerdictCodec codec) {
        return (recorded, received, decided, impact) ->
                impact.add(recorded, verdict(recorded, received, policies.before(), codec), decided, policies);
    }

    /** Compares what the second policy decides with what it has to be compared with. */
    private interface Comparison {
        void add(Recorded recorded, byte[] received, Verdict decided, Impact impact);
    }

    /** @param beforeEach application */
    private static Impact compare(
            List<Recorded> part, PolicyPair policies, Comparison comparison, Runnable beforeEach) {
        DecidingPolicy after = policies.after();
        Impact impact = new Impact();
        for (Recorded recorded : part) {
            beforeEach.run();
            byte[] received = recorded.received().getBytes(StandardCharsets.UTF_8);
            DecidingPolicy.Reading reading = after.read(received);
            if (!reading.faults().isEmpty()) {
                impact.addUnreadable(reading.faults());
                continue;
            }
            Verdict decided;
            try {
                decided = after.decideWithoutHurry(reading.facts());
            } catch (RuntimeException undecided) { // one application must not end the whole run
                impact.addUndecided(undecided);
                continue;
            }
            comparison.add(recorded, received, decided, impact);
        }
        return impact;
    }

    /** What was recorded, if {@code before} decided it; otherwise what that would decide, or the recorded one if it cannot decide the application. */
    private static Verdict verdict(Recorded recorded, byte[] received, DecidingPolicy before, VerdictCodec codec) {
        if (!recorded.revision().equals(before.revision())) {
            DecidingPolicy.Reading reading = before.read(received);
            if (reading.faults().isEmpty()) {
                try {
                    return before.decideWithoutHurry(reading.facts());
                } catch (RuntimeException undecided) { // as when it was recorded, by another policy than both
                    return codec.decode(recorded.verdict());
                }
            }
        }
        return codec.decode(recorded.verdict());
    }
}
