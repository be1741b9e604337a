package kz.sheshim.casework;

import java.util.List;
import java.util.Optional;
import kz.sheshim.decision.DecisionId;
import kz.sheshim.decision.Sender;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Entry;
import kz.sheshim.log.KeyedRequest;

/** For those who give no keys. */
public final class EarlierDecisionsFixture {
    private EarlierDecisionsFixture() {}

    public static EarlierDecisions none(Rulesets rulesets) {
        return new EarlierDecisions(new Nothing(), rulesets, Runnable::run);
    }

    /** A log without entries. */
    static class Nothing implements DecisionLogReader {
        @Override
        public Optional<Entry> find(DecisionId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Entry> find(DecisionId id, Sender sender) {
            return Optional.empty();
        }

        @Override
        public Optional<Entry> find(KeyedRequest request) {
            return Optional.empty();
        }

        @Override
        public List<Entry> list(Query query) {
            return List.of();
        }
    }
}
