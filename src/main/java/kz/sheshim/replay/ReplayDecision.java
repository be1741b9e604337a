package kz.sheshim.replay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kz.sheshim.decision.RecordedDecision;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Entry;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.UnknownRevision;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;
import kz.sheshim.verdict.VerdictDifference;
import org.jspecify.annotations.Nullable;

/** Decides a recorded application again, as it was received, and compares. Records nothing. */
public final class ReplayDecision {
    private final DecisionLogReader log;
    private final Rulesets rulesets;
    private final VerdictCodec codec;
    private final String engine;

    /** @param engine the name and version of what decides here */
    public ReplayDecision(DecisionLogReader log, Rulesets rulesets, VerdictCodec codec, String engine) {
        this.log = log;
        this.rulesets = rulesets;
        this.codec = codec;
        this.engine = engine;
    }

    /**
     * Replays the decision; empty when there is none of this id.
     *
     * @param revision by which revision; null: by its own
     * @throws UnknownRevision if no files are kept under the revision
     */
    public Optional<Replay> replay(DecisionId id, @Nullable Revision revision) {
        return log.find(id)
                .map(entry -> replay(entry, revision == null ? entry.decision().revision() : revision));
    }

    private Replay replay(Entry entry, Revision revision) {
        Decision decision = entry.decision();
        RecordedDecision recorded = new RecordedDecision(entry, rulesets.of(decision.revision()));
        return rulesets.with(revision, loaded -> {
            DecidingPolicy policy = loaded.policy();
            // An application that was accepted once is read again whatever its size.
            DecidingPolicy.Reading application = policy.read(decision.received().getBytes(StandardCharsets.UTF_8));
            if (!application.faults().isEmpty()) {
                return new Replay(
                        recorded, revision, engine, policy.ruleset(), null, false, List.of(), application.faults());
            }
            Verdict verdict = policy.decide(application.facts());
            boolean identical = codec.encode(verdict).equals(decision.verdictText());
            List<VerdictDifference> differences =
                    identical ? List.of() : VerdictDifference.between(decision.verdict(), verdict);
            return new Replay(recorded, revision, engine, policy.ruleset(), verdict, identical, differences, List.of());
        });
    }
}
