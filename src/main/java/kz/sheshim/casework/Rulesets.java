package kz.sheshim.casework;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.sheshim.decision.RuleCompiler;
import kz.sheshim.ruleset.FaultyRuleset;
import kz.sheshim.ruleset.PolicyFile;
import kz.sheshim.ruleset.PolicySource;
import kz.sheshim.ruleset.Revision;
import kz.sheshim.ruleset.RevisionStore;
import kz.sheshim.ruleset.Ruleset;
import kz.sheshim.ruleset.RulesetReader;
import org.jspecify.annotations.Nullable;

/**
 * The rulesets in memory: the one in force, from the policy's folder, and earlier ones from the revision store, of which the most recently used stay.
 */
public final class Rulesets implements AutoCloseable {
    private final PolicySource source;
    private final RulesetReader reader;
    private final RuleCompiler compiler;
    private final RevisionStore store;
    private final boolean watch;
    private final int mostEarlier;
    private final Map<Revision, LoadedRuleset> earlier = new LinkedHashMap<>(16, 0.75f, true);
    private volatile @Nullable LoadedRuleset current;
    private volatile String stamp = "";

    /**
     * @param watch take up changed files with the next application
     * @param mostEarlier so many earlier rulesets stay in memory
     */
    public Rulesets(
            PolicySource source,
            RulesetReader reader,
            RuleCompiler compiler,
            RevisionStore store,
            boolean watch,
            int mostEarlier) {
        this.source = source;
        this.reader = reader;
        this.compiler = compiler;
        this.store = store;
        this.watch = watch;
        this.mostEarlier = mostEarlier;
    }

    /**
     * Reads and compiles the ruleset that is in the folder now, and puts it in force.
     *
     * @throws FaultyRuleset if it cannot be used; the one in force stays
     */
    public synchronized Ruleset load() throws FaultyRuleset {
        String now = source.stamp();
        LoadedRuleset loaded = load(source.files());
        LoadedRuleset before = current;
        current = loaded;
        stamp = now;
        if (before != null) {
            before.retire();
        }
        return loaded.ruleset();
    }

    private LoadedRuleset load(List<PolicyFile> files) throws FaultyRuleset {
        Ruleset ruleset = reader.read(files);
        return new LoadedRuleset(ruleset, files, compiler.compile(ruleset));
    }

    /** The ruleset in force. */
    public Ruleset inForce() {
        return withCurrent(LoadedRuleset::ruleset);
    }

    /**
     * Does something with the ruleset in force.
     *
     * @throws RulesetUnusable if the files were changed and can no longer be used
     */
    <T> T withCurrent(Function<LoadedRuleset, T> work) {
        if (watch && !source.stamp().equals(stamp)) {
            takeUpChange();
        }
        while (true) {
            LoadedRuleset loaded = current;
            if (loaded == null) {
                throw new IllegalStateException("no ruleset is loaded");
            }
            if (loaded.acquire()) {
                return use(loaded, work);
            }
        }
    }

    private synchronized void takeUpChange() {
        if (!source.stamp().equals(stamp)) {
            try {
                load();
            } catch (FaultyRuleset e) {
                throw new RulesetUnusable(e);
            }
        }
    }

    private static <T> T use(LoadedRuleset loaded, Function<LoadedRuleset, T> work) {
        try {
            return work.apply(loaded);
        } finally {
            loaded.release();
        }
    }

    /** The ruleset of a revision, for its texts and tables. */
    public Ruleset of(Revision revision) {
        return with(revision, LoadedRuleset::ruleset);
    }

    /**
     * Does something with the ruleset of a revision.
     *
     * @throws UnknownRevision if no decision was ever made by it
     */
    <T> T with(Revision revision, Function<LoadedRuleset, T> work) {
        LoadedRuleset inForce = current;
        if (inForce != null && inForce.ruleset().revision().equals(revision) && inForce.acquire()) {
            return use(inForce, work);
        }
        return use(acquireEarlier(revision), work);
    }

    private synchronized LoadedRuleset acquireEarlier(Revision revision) {
        LoadedRuleset loaded = earlier.get(revision);
        if (loaded == null) {
            List<PolicyFile> files = store.files(revision).orElseThrow(() -> new UnknownRevision(revision));
            try {
                loaded = load(files);
            } catch (FaultyRuleset e) {
                throw new RulesetUnusable(e);
            }
            earlier.put(revision, loaded);
            Iterator<LoadedRuleset> oldest = earlier.values().iterator();
            while (earlier.size() > mostEarlier) {
                oldest.next().retire();
                oldest.remove();
            }
        }
        if (!loaded.acquire()) {
            throw new IllegalStateException("a ruleset in the memory was given up: " + revision);
        }
        return loaded;
    }

    @Override
    public synchronized void close() {
        LoadedRuleset loaded = current;
        if (loaded != null) {
            loaded.retire();
        }
        earlier.values().forEach(LoadedRuleset::retire);
        earlier.clear();
    }
}
