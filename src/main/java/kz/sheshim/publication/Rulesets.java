package kz.sheshim.publication;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
 * The rulesets in memory: the one in force, from the policy's folder, and earlier ones from the revision store, of which the most recently used stay.
 */
public final class Rulesets implements AutoCloseable {
    private final PolicySource source;
    private final PolicyCompiler compiler;
    private final RevisionStore store;
    private final boolean watch;
    private final int mostEarlier;
    private final Telemetry telemetry;
    private final Map<Revision, LoadedRuleset> earlier = new LinkedHashMap<>(16, 0.75f, true);
    private volatile @Nullable LoadedRuleset current;
    private volatile String stamp = "";
    private @Nullable RulesetUnusable refused;
    private String refusedStamp = "";

    /**
     * @param watch take up changed files with the next application
     * @param mostEarlier so many earlier rulesets stay in memory
     * @param telemetry told of each ruleset that is put in force, or cannot be
     */
    public Rulesets(
            PolicySource source,
            PolicyCompiler compiler,
            RevisionStore store,
            boolean watch,
            int mostEarlier,
            Telemetry telemetry) {
        this.source = source;
        this.compiler = compiler;
        this.store = store;
        this.watch = watch;
        if (mostEarlier < 1) {
            throw new IllegalArgumentException("at least one earlier ruleset must be able to stay in memory");
        }
        this.mostEarlier = mostEarlier;
        this.telemetry = telemetry;
    }

    /**
     * Reads and compiles the ruleset that is in the folder now, and puts it in force.
     *
     * @throws FaultyRuleset if it cannot be used; the one in force stays
     */
    public synchronized Ruleset load() throws FaultyRuleset {
        return load(source.stamp(), files());
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

    private Ruleset load(String now, List<PolicyFile> files) throws FaultyRuleset {
        long begun = System.nanoTime();
        LoadedRuleset loaded;
        try {
            loaded = new LoadedRuleset(compiler.compile(files), files);
        } catch (FaultyRuleset e) {
            telemetry.notLoaded(System.nanoTime() - begun);
            throw e;
        }
        LoadedRuleset before = current;
        current = loaded;
        stamp = now;
        if (before != null) {
            before.retire();
        }
        telemetry.loaded(loaded.ruleset(), System.nanoTime() - begun);
        return loaded.ruleset();
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
    public <T> T withCurrent(Function<LoadedRuleset, T> work) {
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
        String now = source.stamp();
        if (now.equals(stamp)) {
            return;
        }
        RulesetUnusable known = refused;
        if (known != null && now.equals(refusedStamp)) {
            throw known;
        }
        List<PolicyFile> files;
        try {
            files = files();
        } catch (FaultyRuleset e) {
            throw new RulesetUnusable(e); // not remembered: the files may be readable the next moment
        }
        try {
            load(now, files);
            refused = null;
        } catch (FaultyRuleset e) {
            RulesetUnusable unusable = new RulesetUnusable(e);
            if (files.stream().allMatch(file -> file.unread() == null)) {
                refused = unusable;
                refusedStamp = now;
            } // else not remembered either
            throw unusable;
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
        Iterator<LoadedRuleset> oldest = earlier.values().iterator();
        while (earlier.size() > mostEarlier) {
            oldest.next().retire();
            oldest.remove();
        }
        return loaded;
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
