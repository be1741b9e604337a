package kz.sheshim.publication;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import kz.sheshim.bulk.BulkReplay;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.policy.Revision;

/**
 * The policies of one replay: those in memory, which decide for callers too, so that the JVM has compiled them long ago. Before the first decision by a revision its
 * stored files are read, since the report speaks of them and not of what is in memory.
 */
public final class LoadedPolicies implements BulkReplay.Policies {
    private final Rulesets rulesets;
    private final RevisionStore revisions;
    private final PolicyCompiler compiler;
    private final Map<Revision, Revision> read = new ConcurrentHashMap<>();

    public LoadedPolicies(Rulesets rulesets, RevisionStore revisions, PolicyCompiler compiler) {
        this.rulesets = rulesets;
        this.revisions = revisions;
        this.compiler = compiler;
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnknownRevision if it is not stored
     * @throws RulesetUnusable if its files cannot be read, or are not those of the revision
     */
    @Override
    public <T> T with(Revision revision, Function<DecidingPolicy, T> work) {
        read.computeIfAbsent(revision, this::stored);
        return rulesets.with(revision, loaded -> work.apply(loaded.policy()));
    }

    private Revision stored(Revision revision) {
        return revisions
                .files(revision)
                .map(files -> compiler.stored(revision, files, sheet -> {}).revision())
                .orElseThrow(() -> new UnknownRevision(revision));
    }

    @Override
    public void close() {
        // the policies belong to others
    }
}
