package kz.sheshim.replay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kz.sheshim.decision.RecordedDecision;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.JsonParser;
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
    private final JsonParser parser;
    private final VerdictCodec codec;

    public ReplayDecision(DecisionLogReader log, Rulesets rulesets, JsonParser parser, VerdictCodec codec) {
        this.log = log;
        this.rulesets = rulesets;
        this.parser = parser;
        this.codec = codec;
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
        JsonParser.Parsed parsed = parser.parse(decision.received().getBytes(StandardCharsets.UTF_8));
        return rulesets.with(revision, loaded -> {
            // What was accepted once is not too long now.
            var reading = new ApplicationReader(new FactLayout(loaded.ruleset().vocabulary()), Integer.MAX_VALUE)
                    .read(parsed.value());
            if (!reading.faults().isEmpty()) {
                return new Replay(recorded, revision, loaded.ruleset(), null, false, List.of(), reading.faults());
            }
            Verdict verdict = loaded.evaluator().evaluate(reading.facts());
            boolean identical = codec.encode(verdict).equals(decision.verdictText());
            List<VerdictDifference> differences =
                    identical ? List.of() : VerdictDifference.between(decision.verdict(), verdict);
            return new Replay(recorded, revision, loaded.ruleset(), verdict, identical, differences, List.of());
        });
    }
}
