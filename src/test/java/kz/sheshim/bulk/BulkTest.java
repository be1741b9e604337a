package kz.sheshim.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.Wiring;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.bulk.BulkReplay.Mismatch;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.RuleBaseFixture;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.StoredPolicies;
import kz.sheshim.table.RuleId;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;

/** Deciding recorded applications again: what a policy would change in them, and whether each verdict is still the same. */
class BulkTest {
    private static final PolicyCompiler COMPILER = Wiring.policyCompiler(Limits.USUAL, null);
    private static final JacksonVerdictCodec CODEC = new JacksonVerdictCodec();
    private static final List<PolicyFile> FILES =
            new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files();

    /** The income of one head of household of two, in tenths: the limit is 1281.0, later 1281.6. */
    private static String application(int tenths) {
        return """
                {"claim": {"number": "PS-%1$d", "receivedAt": "2026-11-03T10:00:00+04:00", "paidThisWinter": false},
                 "dwelling": {"fuel": "oil"},
                 "members": [{"kinship": "head", "birthDate": "1985-05-05", "income": %2$s},
                             {"kinship": "spouse", "birthDate": "1985-05-05", "income": 0}]}
                """
                .formatted(tenths, tenths / 10 + "." + tenths % 10);
    }

    private static DecidingPolicy policy(List<PolicyFile> files) throws Exception {
        return COMPILER.compile(files);
    }

    private static Recorded recorded(int entry, String application, DecidingPolicy policy) {
        String verdict = CODEC.encode(policy.decide(
                policy.read(application.getBytes(StandardCharsets.UTF_8)).facts()));
        return new Recorded(entry, new DecisionId(new UUID(0, entry)), policy.revision(), application, verdict);
    }

    /** Applications around the limit, with the verdicts of this policy. */
    private static List<Recorded> applications(DecidingPolicy policy) {
        return new ArrayList<>(IntStream.rangeClosed(1, 600)
                .mapToObj(entry -> recorded(entry, application(12_810 + entry % 10), policy))
                .toList());
    }

    private static RecordedApplications record(List<Recorded> all) {
        return new RecordedApplications() {
            @Override
            public long before(Selection selection) {
                return 0;
            }

            @Override
            public List<Recorded> after(long entry, Selection selection, int most) {
                return all.stream()
                        .filter(each -> each.entry() > entry)
                        .limit(most)
                        .toList();
            }
        };
    }

    @Test
    void impactCountsWhatChangesAndNamesTheRules() throws Exception {
        List<PolicyFile> higher = new EditedPolicyFixture(FILES)
                .set("allowance.xlsx", "Income limits", "E12", "640.8")
                .files();
        AtomicLong told = new AtomicLong();
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = policy(higher)) {
            List<Recorded> all = applications(before);
            Impact impact = new ImpactRun(record(all), CODEC, 2).between(before, after, Selection.ALL, told::set);

            // of each ten: 1281.1 to 1281.6 are below the higher limit; 1281.7 to 1281.9 are told another limit
            assertThat(impact.counts())
                    .containsEntry("decided", 600L)
                    .containsEntry("changed", 540L)
                    .containsEntry("unreadable", 0L)
                    .containsEntry("outcomes", Map.of("rejected", Map.of("awarded", 360L, "rejected", 180L)))
                    .containsEntry("rulesLost", Map.of("refusals/RF-1", 360L));
            assertThat(impact.changes().get(0)).satisfies(change -> {
                assertThat(change.decision()).isEqualTo(new DecisionId(new UUID(0, 1)));
                assertThat(change.lost()).contains("ground income-over-limit");
                assertThat(change.gained()).contains("action pay-out");
            });
            assertThat(told.get()).isEqualTo(600);
        }
    }

    @Test
    void applicationThatTheOtherPolicyCannotReadIsCountedByItsFieldsOnly() throws Exception {
        List<PolicyFile> other = new EditedPolicyFixture(FILES)
                .edit("vocabulary.xlsx", book -> {
                    var sheet = book.getSheet("Codes");
                    sheet.forEach(row -> row.forEach(cell -> {
                        if (cell.toString().equals("oil")) {
                            cell.setCellValue("pellets");
                        }
                    }));
                })
                .edit(
                        "allowance.xlsx",
                        book -> book.getSheet("Rates").getRow(9).getCell(3).setCellValue("pellets"))
                .files();
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = policy(other)) {
            Impact impact = new ImpactRun(record(applications(before)), CODEC, 1)
                    .between(before, after, Selection.ALL, decided -> {});
            assertThat(impact.counts())
                    .containsEntry("unreadable", 600L)
                    .containsEntry("unreadableAt", Map.of("$.dwelling.fuel", 600L));
            assertThat(impact.counts().toString()).doesNotContain("oil", "PS-");
        }
    }

    @Test
    void replayFindsEveryVerdictThatIsAnother() throws Exception {
        try (DecidingPolicy policy = policy(FILES)) {
            List<Recorded> all = applications(policy);
            Recorded forged = all.get(300);
            all.set(
                    300,
                    new Recorded(
                            forged.entry(),
                            forged.id(),
                            forged.revision(),
                            forged.received(),
                            forged.verdict().replace("rejected", "awarded")));
            Recorded broken = all.get(599);
            all.set(599, new Recorded(broken.entry(), broken.id(), broken.revision(), "{}", broken.verdict()));

            BulkReplay.Report report =
                    new BulkReplay(record(all), CODEC, () -> by(policy), 2).replay(Selection.ALL, (done, end) -> {});

            assertThat(report.replayed()).isEqualTo(600);
            assertThat(report.different()).isEqualTo(2);
            assertThat(report.mismatches())
                    .extracting(mismatch -> mismatch.entry() + ": " + mismatch.why())
                    .containsExactly("301: the verdict is another", "600: the application cannot be read any more");
        }
    }

    @Test
    void partsOfAReportComeToTheSameInWhateverOrderTheyAreAdded() throws Exception {
        List<PolicyFile> higher = new EditedPolicyFixture(FILES)
                .set("allowance.xlsx", "Income limits", "E12", "640.8")
                .files();
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = policy(higher)) {
            List<Recorded> parts = new ArrayList<>(applications(before));
            Impact impact = new Impact();
            BulkReplay.Report report = BulkReplay.Report.NONE;
            Collections.shuffle(parts, new Random(7));
            for (Recorded part : parts) {
                impact.add(ImpactRun.of(List.of(part), before, after, CODEC));
                report = BulkReplay.Report.NONE
                        .plus(BulkReplay.of(List.of(part), by(after), CODEC))
                        .plus(report);
            }

            List<Recorded> inOrder = applications(before);
            Impact whole = new ImpactRun(record(inOrder), CODEC, 1).between(before, after, Selection.ALL, any -> {});
            assertThat(impact.json()).isEqualTo(whole.json());
            assertThat(report)
                    .isEqualTo(new BulkReplay(record(inOrder), CODEC, () -> by(after), 1)
                            .replay(Selection.ALL, (done, end) -> {}));
            assertThat(report.different()).isEqualTo(540);
        }
    }

    @Test
    void listsKeepTheFirstEntriesWhateverCameFirst() {
        BulkReplay.Report report = BulkReplay.Report.NONE;
        for (long entry = 1_500; entry > 0; entry--) {
            report = report.plus(new BulkReplay.Report(
                    1, 1, List.of(new Mismatch(entry, new DecisionId(new UUID(0, entry)), "another", ""))));
        }
        assertThat(report.different()).isEqualTo(1_500);
        assertThat(report.mismatches())
                .extracting(Mismatch::entry)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_000).boxed().toList());
    }

    /** One policy for all revisions. */
    private static BulkReplay.Policies by(DecidingPolicy policy) {
        return new BulkReplay.Policies() {
            @Override
            public <T> T with(Revision revision, Function<DecidingPolicy, T> work) {
                return work.apply(policy);
            }

            @Override
            public void close() {}
        };
    }

    /** The policy of the files, which does something before each decision. */
    private static DecidingPolicy policy(Runnable decision) throws Exception {
        Ruleset ruleset = COMPILER.reader().read(FILES);
        return DecidingPolicy.of(
                ruleset,
                RuleBaseFixture.before(new DroolsCompiler().compile(ruleset), decision),
                new JacksonParser(),
                null);
    }

    /** Fails once, at the hundredth decision. */
    private static Runnable failing(RuntimeException failure) {
        AtomicInteger decisions = new AtomicInteger();
        return () -> {
            if (decisions.incrementAndGet() == 100) {
                throw failure;
            }
        };
    }

    private static RulesConflict conflict() {
        return new RulesConflict(
                List.of(new RuleId("rates", "RT-1"), new RuleId("rates", "RT-2")),
                "they give $.rate the values [1281]");
    }

    @Test
    void applicationWithoutAVerdictIsCountedByItsReasonAndTheOthersAreDecided() throws Exception {
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = policy(failing(conflict()))) {
            Impact impact = new ImpactRun(record(applications(before)), CODEC, 2)
                    .between(before, after, Selection.ALL, any -> {});
            assertThat(impact.counts())
                    .containsEntry("decided", 600L)
                    .containsEntry("changed", 0L)
                    .containsEntry("undecided", 1L)
                    .containsEntry(
                            "undecidedBecause", Map.of("the rules rates/RT-1, rates/RT-2 contradict each other", 1L));
        }
    }

    @Test
    void faultOfARuleFileIsToldWithoutItsMessage() throws Exception {
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = policy(failing(new IllegalArgumentException("Aigul is not a number")))) {
            Impact impact = new ImpactRun(record(applications(before)), CODEC, 1)
                    .between(before, after, Selection.ALL, any -> {});
            assertThat(impact.counts()).containsEntry("undecidedBecause", Map.of("IllegalArgumentException", 1L));
        }
    }

    @Test
    void decisionThatGetsNoVerdictAnyMoreIsAMismatch() throws Exception {
        try (DecidingPolicy policy = policy(FILES);
                DecidingPolicy conflicting = policy(failing(conflict()))) {
            BulkReplay.Report report = new BulkReplay(record(applications(policy)), CODEC, () -> by(conflicting), 2)
                    .replay(Selection.ALL, (done, end) -> {});
            assertThat(report.replayed()).isEqualTo(600);
            assertThat(report.mismatches()).singleElement().satisfies(mismatch -> {
                assertThat(mismatch.what()).isEqualTo("there is no verdict any more");
                assertThat(mismatch.reason()).isEqualTo("the rules rates/RT-1, rates/RT-2 contradict each other");
            });
        }
    }

    @Test
    void decisionsOfARevisionThatCannotBeUsedAreMismatches() throws Exception {
        List<PolicyFile> higher = new EditedPolicyFixture(FILES)
                .set("allowance.xlsx", "Income limits", "E12", "640.8")
                .files();
        try (DecidingPolicy policy = policy(FILES);
                DecidingPolicy other = policy(higher)) {
            Map<Revision, List<PolicyFile>> stored =
                    Map.of(policy.revision(), FILES, other.revision(), FILES); // somebody has altered the second one
            List<Recorded> all = List.of(
                    recorded(1, application(12_810), policy),
                    recorded(2, application(12_811), other),
                    recorded(3, application(12_812), policy));
            BulkReplay.Report report = new BulkReplay(
                            record(all),
                            CODEC,
                            () -> new StoredPolicies(
                                    revision -> Optional.ofNullable(stored.get(revision)), COMPILER, 1),
                            2)
                    .replay(Selection.ALL, (done, end) -> {});
            assertThat(report.replayed()).isEqualTo(3);
            assertThat(report.mismatches())
                    .extracting(mismatch -> mismatch.entry() + ": " + mismatch.why())
                    .containsExactly("2: there is no verdict any more: the files of the policy cannot be used");
        }
    }

    @Test
    void nobodyDecidesAnyMoreWhenARunHasEnded() throws Exception {
        AtomicInteger deciding = new AtomicInteger();
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = policy(() -> {
                    deciding.incrementAndGet();
                    try {
                        Thread.sleep(1);
                    } catch (InterruptedException deaf) {
                        Thread.currentThread().interrupt();
                        long until = System.nanoTime() + 200_000_000;
                        while (System.nanoTime() < until) {
                            Thread.onSpinWait();
                        }
                    }
                    deciding.decrementAndGet();
                })) {
            ImpactRun run = new ImpactRun(record(applications(before)), CODEC, 2);
            assertThatThrownBy(() -> run.between(before, after, Selection.ALL, any -> {
                        throw new IllegalStateException("nobody listens");
                    }))
                    .hasMessage("nobody listens");
            assertThat(deciding.get()).isZero();
        }
    }

    @Test
    void failureInAnotherThreadIsTheFailureOfTheRun() throws Exception {
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = policy(() -> {
                    throw new StackOverflowError();
                })) {
            ImpactRun run = new ImpactRun(record(applications(before)), CODEC, 2);
            assertThatThrownBy(() -> run.between(before, after, Selection.ALL, any -> {}))
                    .isInstanceOf(StackOverflowError.class);
        }
    }
}
