package kz.sheshim.decision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.DecisionPage;
import kz.sheshim.log.Entry;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.publication.Rulesets;

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
        public Optional<Entry> find(DecisionId id, Submitter submitter) {
            return Optional.empty();
        }

        @Override
        public Optional<Entry> find(KeyedRequest request) {
            return Optional.empty();
        }

        @Override
        public Map<DecisionId, Filed> filed(Collection<DecisionId> decisions) {
            return Map.of();
        }

        @Override
        public DecisionPage list(Query query) {
            return new DecisionPage(List.of(), List.of(), null);
        }
    }
}
