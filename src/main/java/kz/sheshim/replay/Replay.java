package kz.sheshim.replay;

import java.util.List;
import kz.sheshim.decision.RecordedDecision;
import kz.sheshim.facts.Fault;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictDifference;
import org.jspecify.annotations.Nullable;

/**
 * A decision taken up again.
 *
 * @param revision the revision that it was replayed by
 * @param engine the engine that replayed it; another one than the recorded may be why something differs
 * @param replayed the verdict now; null when the application cannot be read by that revision
 * @param identical the recorded text and the replayed one are the same, byte for byte
 * @param differences what differs; empty when identical
 * @param faults why the application cannot be read by that revision
 */
public record Replay(
        RecordedDecision recorded,
        Revision revision,
        String engine,
        Ruleset ruleset,
        @Nullable Verdict replayed,
        boolean identical,
        List<VerdictDifference> differences,
        List<Fault> faults) {
    public Replay {
        differences = List.copyOf(differences);
        faults = List.copyOf(faults);
    }
}
