package kz.sheshim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.Wiring;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.bulk.BulkReplay.Mismatch;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.publication.PolicyCompiler;
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
            assertThat(impact.unreadable()).isEqualTo(600);
            assertThat(impact.counts()).containsEntry("unreadableAt", Map.of("$.dwelling.fuel", 600L));
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

            BulkReplay.Report report = new BulkReplay(record(all), CODEC, revision -> compiled(), 2)
                    .replay(Selection.ALL, (done, end) -> {});

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
                        .plus(BulkReplay.of(List.of(part), revision -> after, CODEC))
                        .plus(report);
            }

            List<Recorded> inOrder = applications(before);
            Impact whole = new ImpactRun(record(inOrder), CODEC, 1).between(before, after, Selection.ALL, any -> {});
            assertThat(impact.json()).isEqualTo(whole.json());
            assertThat(report)
                    .isEqualTo(new BulkReplay(record(inOrder), CODEC, revision -> after, 1)
                            .replay(Selection.ALL, (done, end) -> {}));
            assertThat(report.different()).isEqualTo(540);
        }
    }

    @Test
    void listsKeepTheFirstEntriesWhateverCameFirst() {
        BulkReplay.Report report = BulkReplay.Report.NONE;
        for (long entry = 1_500; entry > 0; entry--) {
            report = report.plus(new BulkReplay.Report(
                    1, 1, List.of(new Mismatch(entry, new DecisionId(new UUID(0, entry)), "another"))));
        }
        assertThat(report.different()).isEqualTo(1_500);
        assertThat(report.mismatches())
                .extracting(Mismatch::entry)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_000).boxed().toList());
    }

    private static DecidingPolicy compiled() {
        try {
            return policy(FILES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
