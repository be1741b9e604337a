package kz.sheshim.publication;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.file.RevisionMismatch;
import kz.sheshim.finding.file.UnreadableFile;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.workbook.FileAddress;
import org.jspecify.annotations.Nullable;

/**
 * The rulesets in memory: the one in force, from the policy's folder, and earlier ones from the revision store, of which the most recently used stay. While
 * a new ruleset is read and compiled, the one before goes on deciding; it also does so when the new files cannot be used.
 */
public final class Rulesets implements AutoCloseable {
    private final PolicySource source;
    private final PolicyCompiler compiler;
    private final RevisionStore store;
    private final boolean stopOnFault;
    private final int maxEarlier;
    private final Telemetry telemetry;
    private final Map<Revision, LoadedRuleset> earlier = new LinkedHashMap<>(16, 0.75f, true);
    private final Object loading = new Object();
    private volatile @Nullable LoadedRuleset current;
    private volatile @Nullable RulesetUnusable refused;

    /**
     * @param stopOnFault decide nothing while the changed files cannot be used, instead of deciding by the last good ruleset
     * @param maxEarlier maximum number of earlier rulesets that stay in memory
     * @param telemetry told of each ruleset that is put in force, or cannot be
     */
    public Rulesets(
            PolicySource source,
            PolicyCompiler compiler,
            RevisionStore store,
            boolean stopOnFault,
            int maxEarlier,
            Telemetry telemetry) {
        this.source = source;
        this.compiler = compiler;
        this.store = store;
        this.stopOnFault = stopOnFault;
        if (maxEarlier < 1) {
            throw new IllegalArgumentException("at least one earlier ruleset must be able to stay in memory");
        }
        this.maxEarlier = maxEarlier;
        this.telemetry = telemetry;
        telemetry.refusal(() -> refused != null);
    }

    /**
     * Reads and compiles the ruleset that is in the folder now, and puts it in force.
     *
     * @throws FaultyRuleset if it cannot be used; the one in force stays
     */
    public Ruleset load() throws FaultyRuleset {
        synchronized (loading) {
            Ruleset loaded = load(files());
            refused = null;
            return loaded;
        }
    }

    /**
     * Takes up the files of the folder if they differ from those in force. If they cannot be used, the ruleset in force stays, and {@link #refused} says why.
     *
     * @return false if it is to be tried again, although the stamp may stay the same: the folder changed while it was read, or a file could not be read
     */
    public boolean takeUp() {
        synchronized (loading) {
            List<PolicyFile> files = List.of();
            try {
                String stamp = source.stamp();
                files = files();
                if (!source.stamp().equals(stamp)) {
                    return false;
                }
                LoadedRuleset inForce = current;
                if (inForce == null || !inForce.files().equals(files)) {
                    load(files);
                }
                refused = null;
                return true;
            } catch (FaultyRuleset e) {
                refused = new RulesetUnusable(e);
                return !files.isEmpty() && files.stream().allMatch(file -> file.unread() == null);
            }
        }
    }

    /**
     * Puts a stored revision in force. The one before stays in memory, for it may come back.
     *
     * @throws UnknownRevision if it is not stored
     * @throws RulesetUnusable if it cannot be used; the one in force stays
     */
    public Ruleset putInForce(Revision revision) {
        synchronized (loading) {
            LoadedRuleset before = current;
            if (before != null && before.ruleset().revision().equals(revision)) {
                return before.ruleset();
            }
            long begun = System.nanoTime();
            while (!replaceBy(revision)) {
                // it was forgotten while it was compiled
            }
            Ruleset ruleset = inForce();
            telemetry.loaded(ruleset, System.nanoTime() - begun);
            return ruleset;
        }
    }

    private boolean replaceBy(Revision revision) {
        return use(ready(revision), loaded -> {
            synchronized (this) {
                boolean isKept = earlier.remove(revision, loaded);
                if (isKept) {
                    LoadedRuleset before = current;
                    current = loaded;
                    if (before != null) {
                        earlier.put(before.ruleset().revision(), before);
                        forgetOldest();
                    }
                }
                return isKept;
            }
        });
    }

    /** Loads and compiles a stored revision, so that it can be put in force at once. */
    public void prepare(Revision revision) {
        synchronized (loading) {
            LoadedRuleset inForce = current;
            if (inForce == null || !inForce.ruleset().revision().equals(revision)) {
                ready(revision).release();
            }
        }
    }

    /** A stored revision, compiled; to be released. */
    private LoadedRuleset ready(Revision revision) {
        LoadedRuleset loaded = acquireEarlier(revision);
        try {
            loaded.policy().compile();
            warmUp(loaded.policy());
            return loaded;
        } catch (RuntimeException unusable) {
            loaded.release();
            throw unusable;
        }
    }

    /** Why the files that are in the folder now are not in force; empty if they are. */
    public Optional<RulesetUnusable> refused() {
        return Optional.ofNullable(refused);
    }

    private List<PolicyFile> files() throws FaultyRuleset {
        try {
            return source.files();
        } catch (UncheckedIOException e) {
            throw new FaultyRuleset(List.of(Finding.at(
                    new FileAddress(RulesetReader.WORKBOOK_FOLDER),
                    new UnreadableFile(String.valueOf(e.getMessage())))));
        }
    }

    private Ruleset load(List<PolicyFile> files) throws FaultyRuleset {
        long begun = System.nanoTime();
        LoadedRuleset loaded;
        try {
            loaded = new LoadedRuleset(compiler.compile(files), files);
        } catch (FaultyRuleset e) {
            telemetry.notLoaded(System.nanoTime() - begun);
            throw e;
        }
        warmUp(loaded.policy());
        LoadedRuleset before = current;
        current = loaded;
        if (before != null) {
            before.retire();
        }
        telemetry.loaded(loaded.ruleset(), System.nanoTime() - begun);
        return loaded.ruleset();
    }

    /** Decides the example once, so that the first application does not wait for what Drools does at the first decision. */
    private void warmUp(DecidingPolicy policy) {
        try {
            source.example().ifPresent(example -> {
                DecidingPolicy.Reading reading = policy.read(example);
                if (reading.faults().isEmpty()) {
                    policy.decide(reading.facts());
                }
            });
        } catch (RuntimeException ignored) {
            // What is wrong with the example, or with the rules for it, is told when an application meets it
        }
    }

    /** The ruleset in force. */
    public Ruleset inForce() {
        return withCurrent(LoadedRuleset::ruleset);
    }

    /**
     * Does something with the ruleset in force.
     *
     * @throws RulesetUnusable if the changed files cannot be used and deciding stops on a fault
     */
    public <T> T withCurrent(Function<LoadedRuleset, T> work) {
        RulesetUnusable fault = refused;
        if (stopOnFault && fault != null) {
            throw fault;
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
    public <T> T with(Revision revision, Function<LoadedRuleset, T> work) {
        LoadedRuleset inForce = current;
        if (inForce != null && inForce.ruleset().revision().equals(revision) && inForce.acquire()) {
            return use(inForce, work);
        }
        return use(acquireEarlier(revision), work);
    }

    private synchronized LoadedRuleset acquireEarlier(Revision revision) {
        LoadedRuleset loaded = earlier.get(revision);
        if (loaded == null) {
            loaded = loadKept(revision);
            earlier.put(revision, loaded);
        }
        if (!loaded.acquire()) {
            throw new IllegalStateException("a ruleset in the memory was given up: " + revision);
        }
        forgetOldest();
        return loaded;
    }

    private void forgetOldest() {
        Iterator<LoadedRuleset> oldest = earlier.values().iterator();
        while (earlier.size() > maxEarlier) {
            oldest.next().retire();
            oldest.remove();
        }
    }

    /** What was published once is used as it is, whatever newer checks find in it; but it must be what its hash says. */
    private LoadedRuleset loadKept(Revision revision) {
        List<PolicyFile> files = store.files(revision).orElseThrow(() -> new UnknownRevision(revision));
        List<Finding> findings = new ArrayList<>();
        Ruleset ruleset = compiler.reader().read(files, findings::add).orElse(null);
        if (ruleset == null || !ruleset.revision().equals(revision)) {
            findings.add(Finding.at(
                    new FileAddress(revision.toString()),
                    new RevisionMismatch(
                            ruleset == null ? "none" : ruleset.revision().toString())));
            throw new RulesetUnusable(new FaultyRuleset(findings));
        }
        return new LoadedRuleset(compiler.compileLater(ruleset), files);
    }

    @Override
    public synchronized void close() {
        LoadedRuleset loaded = current;
        if (loaded != null) {
            loaded.retire();
            current = null;
        }
        earlier.values().forEach(LoadedRuleset::retire);
        earlier.clear();
    }
}
