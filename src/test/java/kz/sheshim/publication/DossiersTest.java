package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.adapter.json.JacksonWriter;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.background.Callers;
import kz.sheshim.bulk.ImpactRun;
import kz.sheshim.bulk.RecordedApplications;
import kz.sheshim.engine.DecisionTooSlow;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RuleBaseFixture;
import kz.sheshim.engine.RuleCompiler;
import kz.sheshim.engine.RuleCompilerFixture;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Draft.State;
import kz.sheshim.publication.Draft.Version;
import kz.sheshim.workbook.Limits;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class DossiersTest {
    private static final PolicyCompiler COMPILER = PolicyTools.compiler(Limits.USUAL, null);
    private static final List<PolicyFile> FILES =
            new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files();
    private static final Revision BASE = PolicyInMemoryFixture.revision(FILES);
    private static final Instant MOMENT = Instant.parse("2026-11-20T05:15:00Z");

    private final Kept store = new Kept();
    private final Record applications = new Record();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Dossiers dossiers = dossiers();

    private Dossiers dossiers() {
        return dossiers(COMPILER);
    }

    private Dossiers dossiers(PolicyCompiler compiler) {
        PolicyInMemoryFixture.Store revisions = new PolicyInMemoryFixture.Store();
        revisions.holds(BASE, FILES);
        Clock clock = Clock.fixed(MOMENT, ZoneOffset.UTC);
        return new Dossiers(
                store,
                revisions,
                new PolicyCheck(compiler, new TableAnalysis(LogicNgSolver::new, Effort.USUAL), clock),
                compiler,
                new TableComparison(LogicNgSolver::new, Effort.USUAL),
                new ImpactRun(applications, new JacksonVerdictCodec(), new Callers(), 1),
                10,
                JacksonWriter::write,
                clock,
                "maker",
                failures::add);
    }

    @AfterEach
    void close() {
        dossiers.close();
    }

    /** A draft that changes nothing, in some versions. */
    private static Draft draft(int versions) {
        return draft(2, State.DRAFT, versions);
    }

    private static Draft draft(int id, State state, int versions) {
        return new Draft(
                new DraftId(new UUID(1, id)),
                "title",
                MOMENT,
                BASE,
                state,
                IntStream.rangeClosed(1, versions)
                        .mapToObj(number -> new Version(number, new Submitter("aigul"), MOMENT, BASE, 0, false))
                        .toList(),
                List.of(),
                null,
                null);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(4)).until(condition);
    }

    @Test
    void dossierThatCouldNotBeMadeSaysWhyAndIsMadeAgainWhenSomebodyOrdersIt() {
        Draft draft = draft(1);
        applications.failure = new IllegalStateException("the database is away");
        dossiers.make(draft, FILES);
        await(() -> dossiers.failure(draft).isPresent());
        assertThat(dossiers.failure(draft)).hasToString("Optional[IllegalStateException]");
        assertThat(failures).containsExactly(applications.failure);

        applications.failure = null;
        dossiers.make(draft, FILES); // the page asks again and again
        assertThat(dossiers.progress(draft)).isEmpty();
        assertThat(store.kept).isEmpty();

        dossiers.makeAnew(draft, FILES, dossiers.usual());
        await(() -> !store.kept.isEmpty());
        assertThat(dossiers.failure(draft)).isEmpty();
    }

    @Test
    void newVersionEndsTheDossierOfTheOneBefore() {
        applications.waits = new CountDownLatch(1);
        dossiers.make(draft(1), FILES);
        applications.asked();
        CountDownLatch never = applications.waits;
        applications.waits = null;

        dossiers.make(draft(2), FILES);
        assertThat(dossiers.progress(draft(1))).isEmpty();
        await(() -> !store.kept.isEmpty());
        assertThat(store.kept).extracting(Dossier::version).containsExactly(2);
        assertThat(never.getCount()).isOne();
        assertThat(failures).isEmpty();
    }

    @Test
    void proposedDraftsComeFirstAndNewerVersionsTakeThePlaceOfOlderOnes() {
        applications.waits = new CountDownLatch(1);
        dossiers.make(draft(1, State.DRAFT, 1), FILES);
        applications.asked();
        dossiers.make(draft(2, State.DRAFT, 1), FILES);
        dossiers.make(draft(3, State.DRAFT, 1), FILES);
        dossiers.make(draft(4, State.DRAFT, 1), FILES);
        dossiers.make(draft(2, State.DRAFT, 2), FILES);
        dossiers.make(draft(4, State.PROPOSED, 1), FILES);
        assertThat(dossiers.progress(draft(2, State.DRAFT, 1))).isEmpty();
        applications.waits.countDown();

        await(() -> store.kept.size() == 4);
        assertThat(store.of)
                .extracting(id -> id.value().getLeastSignificantBits())
                .containsExactly(1L, 4L, 2L, 3L);
        assertThat(store.kept).extracting(Dossier::version).containsExactly(1, 1, 2, 1);
    }

    /** As when another service approves a roll-back before anybody needs its dossier. */
    @Test
    void dossierOfADraftThatWasDecidedMeanwhileIsNotMadeUnlessSomebodyAsksThen() {
        applications.waits = new CountDownLatch(1);
        dossiers.make(draft(1, State.DRAFT, 1), FILES);
        applications.asked();
        Draft rollBack = draft(2, State.PROPOSED, 1);
        dossiers.make(rollBack, FILES);
        dossiers.make(draft(3, State.PROPOSED, 1), FILES);
        store.decided.add(rollBack.id());
        applications.waits.countDown();
        await(() -> store.kept.size() == 2);
        assertThat(store.of)
                .extracting(id -> id.value().getLeastSignificantBits())
                .containsExactly(1L, 3L);
        assertThat(dossiers.progress(rollBack)).isEmpty();
        assertThat(dossiers.failure(rollBack)).isEmpty();

        dossiers.make(draft(2, State.IN_FORCE, 1), FILES);
        await(() -> store.kept.size() == 3);
    }

    @Test
    void scenarioThatTakesTooLongFailsAndTheDossierIsMade() {
        Draft draft = draft(1);
        try (Dossiers slow = dossiers(new PolicyCompiler(
                COMPILER.reader(), RuleCompilerFixture.compiling(DossiersTest::slow), new JacksonParser(), null))) {
            slow.make(draft, FILES);
            await(() -> !store.kept.isEmpty() || slow.failure(draft).isPresent());
        }
        assertThat(failures).isEmpty();
        Dossier dossier = store.kept.get(0);
        assertThat(dossier.errors()).isOne();
        assertThat(dossier.content())
                .as("a draft that fails a scenario can decide")
                .contains("\"impact\" : {", "\"decided\" : 0");
        assertThat(dossier.content())
                .contains("\"failing\" : [ \"family\" ]")
                .contains("no verdict within 10000 milliseconds")
                .doesNotContain("engines-disagree");
    }

    /** Its first decision in each thread takes too long. */
    private static RuleBase slow(Ruleset ruleset, RuleCompiler drools) throws FaultyRuleset {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        return RuleBaseFixture.before(drools.compile(ruleset), () -> {
            if (threads.add(Thread.currentThread())) {
                throw new DecisionTooSlow(Duration.ofSeconds(10));
            }
        });
    }

    @Test
    void dossierNamesTheRowsThatChangeTheLawWithTheFirstDay() {
        dossiers.make(
                draft(1),
                new EditedPolicyFixture(FILES)
                        .set("allowance.xlsx", "Income limits", "E12", "640.8")
                        .files());
        await(() -> !store.kept.isEmpty());
        assertThat(store.kept.get(0).content().replaceAll("\\s", ""))
                .contains(
                        "\"zone\":\"",
                        "\"changedRows\":[{\"table\":\"income-limits\",\"rule\":\"IL-4\",\"since\":\"2026-10-01\"}]");
    }

    @Test
    void changedRowThatNoScenarioMatchesIsAWarning() {
        EditedPolicyFixture policy = new EditedPolicyFixture(FILES)
                .set("allowance.xlsx", "Income limits", "E12", "640.8")
                .append(
                        "allowance.xlsx",
                        "Income limits",
                        7,
                        Map.of("Rule", "IL-9", "From", "2031-10-01", "Members", "1", "Limit", "950.0"));
        dossiers.make(draft(1), policy.files());
        await(() -> !store.kept.isEmpty());
        assertThat(store.kept.get(0).content())
                .contains("\"code\" : \"unexercised-rule\"", "allowance.xlsx › Income limits › A13")
                .doesNotContain("allowance.xlsx › Income limits › A12");
    }

    @Test
    void readerOfAnOldVersionEndsNothing() {
        applications.waits = new CountDownLatch(1);
        dossiers.make(draft(2), FILES);
        applications.asked();
        dossiers.make(draft(1), FILES);
        assertThat(dossiers.progress(draft(2))).isPresent();
    }

    /** No recorded applications, but whoever asks for them may wait or fail. */
    private static final class Record implements RecordedApplications {
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile CountDownLatch waits;
        private volatile RuntimeException failure;

        private void asked() {
            await(() -> begun.getCount() == 0);
        }

        @Override
        public Range range(Selection selection) {
            begun.countDown();
            try {
                if (waits != null) {
                    waits.await();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failure != null) {
                throw failure;
            }
            return new Range(0, 0);
        }

        @Override
        public int countAfter(long entry, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page page(Range range, Selection selection, int most, long mostBytes) {
            throw new UnsupportedOperationException();
        }
    }

    /** Keeps dossiers only. */
    private static final class Kept implements DraftStore {
        private final List<Dossier> kept = new CopyOnWriteArrayList<>();
        private final List<DraftId> of = new CopyOnWriteArrayList<>();
        private final Set<DraftId> decided = ConcurrentHashMap.newKeySet();

        @Override
        public void keep(DraftId id, Dossier dossier) {
            of.add(id);
            kept.add(dossier);
        }

        @Override
        public Draft add(Draft draft, List<PolicyFile> files, UnaryOperator<Draft> change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Draft> find(DraftId id) {
            return Optional.of(draft(3, decided.contains(id) ? State.IN_FORCE : State.DRAFT, 1));
        }

        @Override
        public List<Draft> list(@Nullable DraftId after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Draft> inState(Set<State> states) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Draft> unconfirmed() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Draft> change(DraftId id, UnaryOperator<Draft> change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Draft> change(DraftId id, UnaryOperator<Draft> change, List<PolicyFile> filesOfNewVersion) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PolicyFile> files(DraftId id, int version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Dossier> dossier(DraftId id, int version) {
            throw new UnsupportedOperationException();
        }
    }
}
