package kz.sheshim.publication;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.sheshim.bulk.BulkReplay;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Stored revisions in memory: the most recently used stay. Each is loaded once, however many threads ask for it, and nobody waits while another one is loaded.
 * Its rules are compiled when it first decides.
 */
public final class StoredPolicies implements BulkReplay.Policies {
    private final Function<Revision, Optional<List<PolicyFile>>> files;
    private final PolicyCompiler compiler;
    private final int max;
    private final Map<Revision, CompletableFuture<LoadedRuleset>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param files those stored under a revision
     * @param max maximum number of revisions that stay in memory, besides those in use
     */
    public StoredPolicies(Function<Revision, Optional<List<PolicyFile>>> files, PolicyCompiler compiler, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("at least one stored revision must be able to stay in memory");
        }
        this.files = files;
        this.compiler = compiler;
        this.max = max;
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnknownRevision if it is not stored
     * @throws RulesetUnusable if its files cannot be read, or are not those of the revision
     */
    @Override
    public <T> T with(Revision revision, Function<DecidingPolicy, T> work) {
        return acquire(revision).use(loaded -> work.apply(loaded.policy()));
    }

    /** A revision that is open until the caller releases it. */
    LoadedRuleset acquire(Revision revision) {
        return acquire(revision, () -> stored(revision));
    }

    /**
     * The same for one that is perhaps not stored.
     *
     * @param itsFiles asked if it is not in memory
     */
    LoadedRuleset acquire(Revision revision, Supplier<List<PolicyFile>> itsFiles) {
        while (true) {
            CompletableFuture<LoadedRuleset> mine = new CompletableFuture<>();
            CompletableFuture<LoadedRuleset> known = keep(revision, mine);
            if (known == null) {
                return acquireFirst(revision, itsFiles, mine);
            }
            LoadedRuleset loaded = loaded(known);
            if (loaded.acquire()) {
                return loaded;
            } // it was forgotten meanwhile
        }
    }

    /** For the one who loads it, it is open in any case: others may forget it at once. */
    private LoadedRuleset acquireFirst(
            Revision revision, Supplier<List<PolicyFile>> itsFiles, CompletableFuture<LoadedRuleset> mine) {
        try {
            LoadedRuleset loaded = load(revision, itsFiles.get());
            loaded.acquire();
            mine.complete(loaded);
            return loaded;
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                kept.remove(revision, mine);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private List<PolicyFile> stored(Revision revision) {
        return files.apply(revision).orElseThrow(() -> new UnknownRevision(revision));
    }

    private LoadedRuleset load(Revision revision, List<PolicyFile> itsFiles) {
        return new LoadedRuleset(compiler.compileLater(compiler.stored(revision, itsFiles, sheet -> {})), itsFiles);
    }

    /** What fails for the one who loads it fails for those who wait for it. */
    private static LoadedRuleset loaded(CompletableFuture<LoadedRuleset> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Hands a revision over, loaded if need be. It does not stay here any more: the new owner retires it. */
    LoadedRuleset take(Revision revision) {
        return takeIfKept(revision).orElseGet(() -> load(revision, stored(revision)));
    }

    /** The same; empty if it is not in memory. */
    Optional<LoadedRuleset> takeIfKept(Revision revision) {
        CompletableFuture<LoadedRuleset> known;
        synchronized (this) {
            known = kept.remove(revision);
        }
        return Optional.ofNullable(known).map(StoredPolicies::loaded);
    }

    /** Forgets all others. */
    synchronized void keepOnly(Set<Revision> revisions) {
        kept.entrySet().removeIf(each -> {
            boolean isForgotten = !revisions.contains(each.getKey());
            if (isForgotten) {
                retire(each.getValue());
            }
            return isForgotten;
        });
    }

    /** Takes over a revision from its owner, as the most recently used one. */
    synchronized void give(LoadedRuleset loaded) {
        CompletableFuture<LoadedRuleset> other =
                kept.put(loaded.ruleset().revision(), CompletableFuture.completedFuture(loaded));
        if (other != null) {
            retire(other);
        }
        forgetOldest();
    }

    private synchronized @Nullable CompletableFuture<LoadedRuleset> keep(
            Revision revision, CompletableFuture<LoadedRuleset> loading) {
        CompletableFuture<LoadedRuleset> known = kept.putIfAbsent(revision, loading);
        forgetOldest();
        return known;
    }

    private void forgetOldest() {
        Iterator<CompletableFuture<LoadedRuleset>> oldest = kept.values().iterator();
        while (kept.size() > max) {
            retire(oldest.next());
            oldest.remove();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what could not be loaded needs no end
    private static void retire(CompletableFuture<LoadedRuleset> loading) {
        loading.thenAccept(LoadedRuleset::retire);
    }

    @Override
    public synchronized void close() {
        kept.values().forEach(StoredPolicies::retire);
        kept.clear();
    }
}
