package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.DoneFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.EarlierDecisionsFixture;
import kz.sheshim.decision.NewerLawFixture;
import kz.sheshim.decision.SecondOpinionFixture;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.Seal;
import kz.sheshim.log.SealFixture;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.workbook.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sixteen threads decide while one revision after the other is put in force. Whatever they record is what one thread alone finds by the revision that the record names.
 */
class SwapsUnderLoadTest {
    /** So many swaps; the Maven profile campaign raises it. */
    private static final int SWAPS = Integer.getInteger("sheshim.swaps", 8);

    private static final int THREADS = 16;
    private static final JacksonVerdictCodec CODEC = new JacksonVerdictCodec();
    private static final RulesetReader READER = new RulesetReader(new XlsxReader(), new DroolsNames());
    private static final List<List<PolicyFile>> REVISIONS = RevisionsFixture.files();
    private static final List<byte[]> APPLICATIONS = applications();

    /** All of a decision that the rules make. */
    private record Recorded(Revision revision, String received, String verdict, List<String> cells) {}

    /** What one thread finds by each revision, by what it received. */
    private static final Map<Revision, Map<String, Recorded>> REPLAYED = new HashMap<>();

    private final PolicyInMemoryFixture.Source source = new PolicyInMemoryFixture.Source("");
    private final PolicyInMemoryFixture.Store store = new PolicyInMemoryFixture.Store();
    private final OpenRuleBasesFixture compiler = new OpenRuleBasesFixture();
    private final Set<Recorded> recorded = ConcurrentHashMap.newKeySet();
    private final AtomicLong decisions = new AtomicLong();
    private final AtomicLong overtaken = new AtomicLong();

    private static List<byte[]> applications() {
        Random random = new Random(20250418);
        return Stream.generate(() -> ApplicationsFixture.generated(random))
                .limit(1_000)
                .toList();
    }

    private CompletionStage<Entry> append(
            Decision decision, Seal seal, Set<SearchTerm> terms, @Nullable KeyedRequest request) {
        recorded.add(
                new Recorded(decision.revision(), decision.received(), decision.verdictText(), decision.groundCells()));
        return CompletableFuture.completedFuture(
                new Entry(new EntryNumber(decisions.incrementAndGet()), decision, seal));
    }

    private DecideApplication decide(Rulesets rulesets) {
        return new DecideApplication(
                rulesets,
                CODEC,
                store,
                this::append,
                EarlierDecisionsFixture.none(rulesets),
                NewerLawFixture.NONE,
                SecondOpinionFixture.NONE,
                () -> new DecisionId(UUID.randomUUID()),
                SealFixture.SECRETS,
                SealFixture.SEARCH_KEY,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                compiler.engine(),
                100);
    }

    private static Ruleset takeUp(Rulesets rulesets) {
        assertThat(rulesets.takeUp()).isTrue();
        return rulesets.inForce();
    }

    /** By the watch of the folder, or by somebody who loads it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(1_800)
    void recordIsWhatOneThreadFindsByTheRevisionThatItNames(boolean watched, TestReporter reporter) throws Exception {
        source.put("0", REVISIONS.get(0));
        try (Rulesets rulesets = new Rulesets(source, compiler.policies(), store, false, 1, TelemetryFixture.NONE)) {
            rulesets.load();
            decideDuringSwaps(rulesets, watched);
            assertThat(compiler.open()).hasSize(1);
        }
        assertThat(compiler.made).hasSize(1 + SWAPS);
        assertThat(compiler.open()).isEmpty();

        assertThat(recorded).extracting(Recorded::revision).containsAll(REPLAYED.keySet());
        assertThat(recorded).allSatisfy(each -> assertThat(each)
                .isEqualTo(REPLAYED.get(each.revision()).get(each.received())));
        assertThat(store.list().stream().map(kept -> kept.revision())).containsAll(REPLAYED.keySet());
        reporter.publishEntry(Map.of(
                "decisions", decisions.toString(),
                "of them under a revision that was replaced before the answer", overtaken.toString(),
                "different ones", Integer.toString(recorded.size())));
    }

    private void decideDuringSwaps(Rulesets rulesets, boolean watched) throws Exception {
        DecideApplication decide = decide(rulesets);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> deciders = new ArrayList<>();
        IntStream.range(0, THREADS)
                .forEach(thread -> deciders.add(pool.submit(() -> {
                    Random random = new Random(thread);
                    while (!done.get()) {
                        Ruleset by = DoneFixture.done(decide.decide(
                                        APPLICATIONS.get(random.nextInt(APPLICATIONS.size())), Submitter.UNKNOWN, null))
                                .ruleset();
                        if (!watched && rulesets.inForce() != by) {
                            overtaken.incrementAndGet();
                        }
                        Thread.sleep(5);
                    }
                    return null;
                })));
        try {
            for (int swap = 1; swap <= SWAPS; swap++) {
                awaitDecisions(deciders);
                source.put(Integer.toString(swap), REVISIONS.get(swap % REVISIONS.size()));
                Ruleset next = watched ? takeUp(rulesets) : rulesets.load();
                assertThat(rulesets.inForce()).isSameAs(next);
            }
            awaitDecisions(deciders);
        } finally {
            done.set(true);
            pool.shutdown();
        }
        for (Future<?> decider : deciders) {
            decider.get(60, TimeUnit.SECONDS);
        }
    }

    /** Until each thread can have decided something by the revision in force. */
    private void awaitDecisions(List<Future<?>> deciders) throws InterruptedException {
        long enough = decisions.get() + 2 * THREADS;
        while (decisions.get() < enough && deciders.stream().noneMatch(Future::isDone)) {
            Thread.sleep(1);
        }
    }

    @BeforeAll
    static void replay() throws FaultyRuleset {
        for (List<PolicyFile> files : REVISIONS) {
            REPLAYED.putAll(replay(files));
        }
        assertThat(verdicts(REPLAYED))
                .as("each revision decides something its own way")
                .hasSize(REVISIONS.size());
    }

    private static Map<Revision, Map<String, Recorded>> replay(List<PolicyFile> files) throws FaultyRuleset {
        Map<String, Recorded> replayed = new HashMap<>();
        try (DecidingPolicy policy = PolicyTools.compiler(Limits.USUAL, null).compile(files)) {
            Ruleset ruleset = policy.ruleset();
            for (byte[] application : APPLICATIONS) {
                Verdict verdict = policy.decide(policy.read(application).facts());
                String received = new String(application, StandardCharsets.UTF_8);
                List<String> cells = verdict.grounds().stream()
                        .map(ground -> ruleset.address(ground.rule()).toString())
                        .toList();
                replayed.put(received, new Recorded(ruleset.revision(), received, CODEC.encode(verdict), cells));
            }
            return Map.of(ruleset.revision(), replayed);
        }
    }

    /** All verdicts of each revision, once for revisions that decide everything alike. */
    private static Set<List<String>> verdicts(Map<Revision, Map<String, Recorded>> replayed) {
        Set<List<String>> verdicts = new HashSet<>();
        replayed.values()
                .forEach(each -> verdicts.add(APPLICATIONS.stream()
                        .map(application -> each.get(new String(application, StandardCharsets.UTF_8))
                                .verdict())
                        .toList()));
        return verdicts;
    }
}
