package kz.sheshim.bulk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongConsumer;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;

/** Decides recorded applications by two policies. */
public final class ImpactRun {
    private final Pages pages;
    private final VerdictCodec codec;

    /** @param threads number of threads that decide */
    public ImpactRun(RecordedApplications applications, VerdictCodec codec, int threads) {
        this.pages = new Pages(applications, threads, "impact");
        this.codec = codec;
    }

    /**
     * What {@code after} changes in the verdicts of {@code before}. Interrupting the thread ends it.
     *
     * @param progress told the number of applications that were decided so far
     */
    public Impact between(DecidingPolicy before, DecidingPolicy after, Selection selection, LongConsumer progress)
            throws InterruptedException {
        Impact all = new Impact();
        pages.each(
                selection,
                page -> applications -> decide(applications, before, after),
                (Impact part, List<Recorded> page, long last) -> {
                    all.add(part);
                    progress.accept(all.decided());
                });
        return all;
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
