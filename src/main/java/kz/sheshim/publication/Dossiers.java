package kz.sheshim.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.bulk.Impact;
import kz.sheshim.bulk.ImpactRun;
import kz.sheshim.bulk.RecordedApplications.Range;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.NoVerdict;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.scenario.UnexercisedRule;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.publication.Activity.Kind;
import kz.sheshim.publication.Draft.State;
import kz.sheshim.scenario.ScenarioReader;
import kz.sheshim.scenario.ScenarioRun;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Makes the dossiers of drafts in the background, one after the other, first those of proposed drafts: somebody waits to approve them. */
public final class Dossiers implements AutoCloseable {
    private static final Duration UNTIL_TRIED_AGAIN = Duration.ofMinutes(5);

    /** Further decisions that were recorded since are not counted. */
    public static final int MAX_SINCE = 10_000;

    private final DraftStore store;
    private final RevisionStore revisions;
    private final PolicyCheck check;
    private final PolicyCompiler compiler;
    private final TableComparison comparison;
    private final ImpactRun impact;
    private final int impactOn;
    private final Function<Object, String> json;
    private final Clock clock;
    private final String maker;
    private final Makings<Key, Activity> makings;

    private record Key(DraftId draft, int version, Revision base) {
        static Key of(Draft draft) {
            return new Key(draft.id(), draft.newest().number(), draft.base());
        }

        boolean replaces(Key other) {
            return draft.equals(other.draft) && version > other.version;
        }
    }

    /**
     * @param impactOn on how many of the newest recorded decisions the effect is found out when nobody says so
     * @param json writes maps and lists
     * @param maker the version of the service and its engine
     * @param failed told why a dossier could not be made
     */
    public Dossiers(
            DraftStore store,
            RevisionStore revisions,
            PolicyCheck check,
            PolicyCompiler compiler,
            TableComparison comparison,
            ImpactRun impact,
            int impactOn,
            Function<Object, String> json,
            Clock clock,
            String maker,
            Consumer<Throwable> failed) {
        this.store = store;
        this.revisions = revisions;
        this.check = check;
        this.compiler = compiler;
        this.comparison = comparison;
        this.impact = impact;
        this.impactOn = impactOn;
        this.json = json;
        this.clock = clock;
        this.maker = maker;
        this.makings = new Makings<>("dossiers", Activity.WAITING, UNTIL_TRIED_AGAIN, clock, failed);
    }

    /** What makes dossiers here; one that something else made is made anew. */
    public String maker() {
        return maker;
    }

    /** Number of decisions that were recorded after an entry, of at most {@value #MAX_SINCE}: the effect does not know them. */
    public int recordedSince(long entry) {
        return impact.countAfter(entry, MAX_SINCE);
    }

    /** What is being done for the dossier of this draft; empty if it is not being made. */
    public Optional<Activity> progress(Draft draft) {
        return makings.phase(Key.of(draft));
    }

    /** Why the dossier of this draft, or the one that was ordered anew, could not be made; it is made again when somebody orders it, or asks for it five minutes later or more. */
    Optional<Phrase> failure(Draft draft) {
        return makings.failure(Key.of(draft));
    }

    /** On which recorded applications the effect is found out when nobody says so. */
    Selection usual() {
        return Selection.newest(impactOn);
    }

    /** Makes the dossier of the newest version in the background. Does nothing if it is being made, or could not be made just now. */
    void make(Draft draft, List<PolicyFile> files) {
        begin(draft, files, usual());
    }

    /** Makes it with its effect on these applications. What is being made for it ends. */
    void makeAnew(Draft draft, List<PolicyFile> files, Selection selection) {
        cancel(draft);
        begin(draft, files, selection);
    }

    /** Ends what is being made for the newest version, without a result. */
    void cancel(Draft draft) {
        makings.cancel(Key.of(draft)::equals);
    }

    private void begin(Draft draft, List<PolicyFile> files, Selection selection) {
        Key key = Key.of(draft);
        Consumer<Activity> needed = draft.isDecided() ? activity -> {} : new Needed(draft.id());
        // Nobody reads the dossier of a version that is not the newest
        makings.replace(key::replaces, key, draft.state() == State.PROPOSED, phase -> {
            Dossier dossier = dossier(draft, files, selection, needed.andThen(phase));
            return () -> store.keep(draft.id(), dossier);
        });
    }

    /** Ends the making at its next phase if the draft was decided since it was ordered, perhaps by another service: others wait for theirs. */
    private final class Needed implements Consumer<Activity> {
        private final DraftId draft;
        private @Nullable Kind kind;

        private Needed(DraftId draft) {
            this.draft = draft;
        }

        @Override
        public void accept(Activity activity) {
            if (kind != activity.kind()
                    && store.find(draft).filter(Draft::isDecided).isPresent()) {
                throw new CancellationException();
            }
            kind = activity.kind();
        }
    }

    private Dossier dossier(Draft draft, List<PolicyFile> files, Selection selection, Consumer<Activity> phase)
            throws InterruptedException {
        PolicyCheck.Result result = check.checkWithMutants(
                files,
                new PolicyCheck.Watcher() {
                    @Override
                    public void begins(Activity activity) {
                        phase.accept(activity);
                    }

                    @Override
                    public void found(List<Finding> findings) {}
                },
                new TimeForMistakes());
        DossierContent.Writer content = new DossierContent.Writer();
        content.findings(result.findings());
        result.scenarios().ifPresent(content::scenarios);
        result.mutation().ifPresent(content::mistakes);
        Optional<Ruleset> after = result.ruleset();
        if (after.isPresent()) {
            List<PolicyFile> baseFiles =
                    revisions.files(draft.base()).orElseThrow(() -> new UnknownRevision(draft.base()));
            addComparison(draft.base(), baseFiles, after.get(), result, selection, content, phase);
        }
        int errors = (int) result.findings().stream()
                .filter(finding -> finding.defect().severity() == Severity.ERROR)
                .count();
        return new Dossier(
                draft.newest().number(),
                draft.base(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                maker,
                errors,
                content.write(json));
    }

    private void addComparison(
            Revision base,
            List<PolicyFile> baseFiles,
            Ruleset after,
            PolicyCheck.Result result,
            Selection selection,
            DossierContent.Writer content,
            Consumer<Activity> phase)
            throws InterruptedException {
        List<ScenarioSheet> sheets = new ArrayList<>();
        Ruleset before;
        try {
            before = compiler.stored(base, baseFiles, sheets::add);
        } catch (RulesetUnusable unusable) {
            content.noEffect(NoVerdict.phrase(unusable));
            return;
        }
        phase.accept(Activity.of(Kind.COMPARING));
        Changes changes = Changes.between(before, after, comparison);
        List<ChangedRow> rows = ChangedRow.among(changes.differences(), before, after);
        content.changes(changes, rows, after.calendar().zone().orElse(ZoneOffset.UTC));
        content.findings(Stream.concat(result.findings().stream(), unexercised(rows, result))
                .sorted(Comparator.comparing(Finding::address))
                .toList());
        phase.accept(Activity.of(Kind.DECIDING_AGAIN));
        try (DecidingPolicy old = compiler.compile(before);
                DecidingPolicy now = compiler.compile(after)) {
            content.scenariosOfBase(ScenarioRun.of(ScenarioReader.read(sheets, before, finding -> {}), old));
            Range range = impact.range(selection);
            Impact found = impact.between(
                    old, now, range, selection, decided -> phase.accept(new Activity(Kind.DECIDING_AGAIN, decided)));
            content.effect(found, selection, range.last());
        } catch (FaultyRuleset e) {
            content.noEffect(Phrase.of("the rules of the base cannot be compiled by this version"));
        }
    }

    /** The rows that change the law and match in no scenario. */
    private static Stream<Finding> unexercised(List<ChangedRow> rows, PolicyCheck.Result result) {
        Set<RuleId> changed = rows.stream().map(ChangedRow::rule).collect(Collectors.toSet());
        return result.scenarios().filter(run -> !run.results().isEmpty()).stream()
                .flatMap(run -> run.coverage().tables().stream())
                .flatMap(table -> table.uncovered().stream())
                .filter(rule -> changed.contains(rule.id()))
                .map(rule -> new Finding(rule.address(), rule.id().rule(), new UnexercisedRule()));
    }

    /** Whether there is no time for more mistakes: thirty seconds after the first one, or when nobody needs the dossier any more. */
    private static final class TimeForMistakes implements BooleanSupplier {
        private static final long NANOS = Duration.ofSeconds(30).toNanos();

        private long began;
        private boolean hasBegun;

        @Override
        public boolean getAsBoolean() {
            if (!hasBegun) {
                began = System.nanoTime();
                hasBegun = true;
            }
            return System.nanoTime() - began > NANOS || Thread.currentThread().isInterrupted();
        }
    }

    @Override
    public void close() {
        makings.close();
    }
}
