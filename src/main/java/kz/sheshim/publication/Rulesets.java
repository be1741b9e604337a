package kz.sheshim.publication;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Wording;
import kz.sheshim.finding.file.UnreadableFile;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.FileAddress;
import org.jspecify.annotations.Nullable;

/**
 * The rulesets in memory: the one in force and the next one, which stay, and others from the revision store, of which the most recently used stay. While a new
 * ruleset is read and compiled, the one before goes on deciding; it also does so when the new files cannot be used.
 */
public final class Rulesets implements AutoCloseable {
    private final PolicySource source;
    private final PolicyCompiler compiler;
    private final StoredPolicies earlier;

    /** Those of proposed drafts: they are not stored, and nobody but an approval finds them. */
    private final StoredPolicies proposed;

    private final int maxProposed;
    private final boolean stopOnFault;
    private final Telemetry telemetry;
    private final Object loading = new Object();
    private volatile @Nullable LoadedRuleset current;
    private volatile @Nullable LoadedRuleset next;
    private volatile @Nullable RulesetUnusable refused;

    /**
     * @param stopOnFault decide nothing while the changed files cannot be used, instead of deciding by the last good ruleset
     * @param maxEarlier maximum number of earlier rulesets that stay in memory; of those of proposed drafts, half as many
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
        this.earlier = new StoredPolicies(store::files, compiler, maxEarlier);
        this.maxProposed = (maxEarlier + 1) / 2;
        this.proposed = new StoredPolicies(revision -> Optional.empty(), compiler, maxProposed);
        this.stopOnFault = stopOnFault;
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
            if (before != null && isOf(before, revision)) {
                return before.ruleset();
            }
            long begun = System.nanoTime();
            prepare(revision);
            LoadedRuleset loaded = Objects.requireNonNull(next);
            current = loaded;
            next = null;
            if (before != null) {
                earlier.give(before);
            }
            telemetry.loaded(loaded.ruleset(), System.nanoTime() - begun);
            return loaded.ruleset();
        }
    }

    /**
     * Loads and compiles the stored revision that comes into force next, and keeps it until then. One that was prepared before does not come into force any more.
     *
     * @param revision null: none
     */
    public void prepare(@Nullable Revision revision) {
        synchronized (loading) {
            LoadedRuleset before = next;
            if (before != null && !isOf(before, revision)) {
                next = null;
                earlier.give(before);
            }
            if (revision != null && next == null && !isOf(current, revision)) {
                next = ready(revision);
            }
        }
    }

    /**
     * Loads and compiles a stored revision that comes back perhaps. It stays among the most recently used.
     *
     * @throws UnknownRevision if it is not stored
     * @throws RulesetUnusable if it cannot be used
     */
    void loadAhead(Revision revision) {
        use(revision).use(loaded -> madeReady(loaded).ruleset());
    }

    /**
     * The same for a proposed revision. It is not stored by this.
     *
     * @param files asked if it is not in memory
     */
    void loadAhead(Revision revision, Supplier<List<PolicyFile>> files) {
        pinned(revision).orElseGet(() -> proposed.acquire(revision, files)).use(loaded -> madeReady(loaded)
                .ruleset());
    }

    /** Maximum number of revisions that can be loaded ahead. */
    int maxProposed() {
        return maxProposed;
    }

    /** Forgets the other ones that were proposed. */
    void keepProposed(Set<Revision> revisions) {
        proposed.keepOnly(revisions);
    }

    private static boolean isOf(@Nullable LoadedRuleset loaded, @Nullable Revision revision) {
        return loaded != null && loaded.ruleset().revision().equals(revision);
    }

    /** A stored revision, compiled; the caller owns it. */
    private LoadedRuleset ready(Revision revision) {
        LoadedRuleset loaded = proposed.takeIfKept(revision).orElseGet(() -> earlier.take(revision));
        try {
            return madeReady(loaded);
        } catch (RuntimeException unusable) {
            earlier.give(loaded);
            throw unusable;
        }
    }

    private LoadedRuleset madeReady(LoadedRuleset loaded) {
        loaded.makeReady(this::warmUp);
        return loaded;
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
                    new UnreadableFile(Phrase.of("{0}", Wording.shown(String.valueOf(e.getMessage())))))));
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
                return loaded.use(work);
            }
        }
    }

    /** The ruleset of a revision, for its texts and tables. */
    public Ruleset of(Revision revision) {
        return with(revision, LoadedRuleset::ruleset);
    }

    /**
     * Does something with the ruleset of a revision.
     *
     * @throws UnknownRevision if it is not stored
     * @throws RulesetUnusable if its files cannot be read, or are not those of the revision
     */
    public <T> T with(Revision revision, Function<LoadedRuleset, T> work) {
        return use(revision).use(work);
    }

    /** The same; it stays open until the caller releases it. */
    LoadedRuleset use(Revision revision) {
        return pinned(revision).orElseGet(() -> earlier.acquire(revision));
    }

    /** It is open until the caller releases it; empty if it is neither the one in force nor the next one. */
    private Optional<LoadedRuleset> pinned(Revision revision) {
        for (LoadedRuleset pinned : Arrays.asList(current, next)) {
            if (pinned != null && isOf(pinned, revision) && pinned.acquire()) {
                return Optional.of(pinned);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        for (LoadedRuleset pinned : Arrays.asList(current, next)) {
            if (pinned != null) {
                pinned.retire();
            }
        }
        current = null;
        next = null;
        proposed.close();
        earlier.close();
    }
}
