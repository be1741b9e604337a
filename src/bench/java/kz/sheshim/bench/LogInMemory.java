package kz.sheshim.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.DecisionPage;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.Seal;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.RevisionStore;
import org.jspecify.annotations.Nullable;

/** A log that costs nothing: entries in a list, found by their place. It is filled by one thread, and read by any number. The revision in it stays loaded. */
final class LogInMemory implements DecisionLog, DecisionLogReader, RevisionStore {
    private final List<Entry> entries = new ArrayList<>();

    /** The id of the entry at this place, from 0. */
    static DecisionId id(int place) {
        return new DecisionId(new UUID(0, place));
    }

    int size() {
        return entries.size();
    }

    @Override
    public CompletionStage<Entry> append(
            Decision decision, Seal seal, Set<SearchTerm> terms, @Nullable KeyedRequest request) {
        Entry entry = new Entry(new EntryNumber(entries.size() + 1), decision, seal);
        entries.add(entry);
        return CompletableFuture.completedStage(entry);
    }

    @Override
    public Optional<Entry> find(DecisionId id) {
        return Optional.of(entries.get((int) id.value().getLeastSignificantBits()));
    }

    @Override
    public Optional<Entry> find(DecisionId id, Submitter submitter) {
        return find(id);
    }

    @Override
    public Optional<Entry> find(KeyedRequest request) {
        throw new UnsupportedOperationException("nothing has a key");
    }

    @Override
    public DecisionPage list(Query query) {
        throw new UnsupportedOperationException("replays do not ask for it");
    }

    @Override
    public Map<DecisionId, Filed> filed(Collection<DecisionId> decisions) {
        throw new UnsupportedOperationException("replays do not ask for it");
    }

    @Override
    public void store(Revision revision, List<PolicyFile> files, Instant at) {
        // it is not asked for while it is loaded
    }

    @Override
    public Optional<List<PolicyFile>> files(Revision revision) {
        return Optional.empty();
    }

    @Override
    public List<Stored> list() {
        return List.of();
    }
}
