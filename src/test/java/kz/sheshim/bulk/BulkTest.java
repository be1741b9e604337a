package kz.sheshim.bulk;

import static kz.sheshim.bulk.BulkFixture.CODEC;
import static kz.sheshim.bulk.BulkFixture.FILES;
import static kz.sheshim.bulk.BulkFixture.applications;
import static kz.sheshim.bulk.BulkFixture.by;
import static kz.sheshim.bulk.BulkFixture.policy;
import static kz.sheshim.bulk.BulkFixture.record;
import static kz.sheshim.bulk.BulkFixture.replay;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.background.Callers;
import kz.sheshim.bulk.BulkReplay.Mismatch;
import kz.sheshim.bulk.RecordedApplications.Gone;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.vocabulary.Phrase;
import org.junit.jupiter.api.Test;

/** Deciding recorded applications again: what a policy would change in them, and whether each verdict is still the same. */
class BulkTest {
    @Test
    void impactCountsWhatChangesAndNamesTheRules() throws Exception {
        List<PolicyFile> higher = new EditedPolicyFixture(FILES)
                .set("allowance.xlsx", "Income limits", "E12", "640.8")
                .files();
        AtomicLong told = new AtomicLong();
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = policy(higher)) {
            List<Recorded> all = applications(before);
            Impact impact = new ImpactRun(record(all), CODEC, new Callers(), 2)
                    .between(before, after, BulkFixture.WHOLE, Selection.ALL, told::set);

            // of each ten: 1281.1 to 1281.6 are below the higher limit; 1281.7 to 1281.9 are told another limit
            assertThat(impact.counts())
                    .containsEntry("decided", 600L)
                    .containsEntry("changed", 540L)
                    .containsEntry("unreadable", 0L)
                    .containsEntry("outcomes", Map.of("rejected", Map.of("awarded", 360L, "rejected", 180L)))
                    .containsEntry("rulesLost", Map.of("refusals/RF-1", 360L))
                    .containsEntry("rulesChanged", Map.of("income-limits/IL-4", 540L));
            assertThat(impact.changes())
                    .allSatisfy(change -> assertThat(change.rulesChanged()).isNotEmpty());
            assertThat(impact.changes().get(0)).satisfies(change -> {
                assertThat(change.decision()).isEqualTo(new DecisionId(new UUID(0, 1)));
                assertThat(change.lost()).contains("ground income-over-limit");
                assertThat(change.gained()).contains("action pay-out");
            });
            assertThat(told.get()).isEqualTo(600);
        }
    }

    /** What the law of before decided is right again after a roll-back; what was decided in between is not. */
    @Test
    void recordIsComparedWithWhatTheLawSaysNow() throws Exception {
        List<PolicyFile> higher = new EditedPolicyFixture(FILES)
                .set("allowance.xlsx", "Income limits", "E12", "640.8")
                .files();
        try (DecidingPolicy first = policy(FILES);
                DecidingPolicy second = policy(higher)) {
            Impact ofFirst = new ImpactRun(record(applications(first)), CODEC, new Callers(), 2)
                    .onRecord(second, first, BulkFixture.WHOLE, Selection.ALL, decided -> {});
            assertThat(ofFirst.counts()).containsEntry("decided", 600L).containsEntry("changed", 0L);
            assertThat(ofFirst.changes()).isEmpty();

            Impact ofSecond = new ImpactRun(record(applications(second)), CODEC, new Callers(), 2)
                    .onRecord(second, first, BulkFixture.WHOLE, Selection.ALL, decided -> {});
            assertThat(ofSecond.changes()).hasSize(540);

            Impact unchanged = new ImpactRun(record(applications(first)), CODEC, new Callers(), 2)
                    .onRecord(second, second, BulkFixture.WHOLE, Selection.ALL, decided -> {});
            assertThat(unchanged.changes())
                    .as("an earlier publication made this difference, and lists it")
                    .isEmpty();
        }
    }

    @Test
    void applicationThatOtherRulesDecideTheSameIsNotDecidedOtherwise() throws Exception {
        List<PolicyFile> renamed = new EditedPolicyFixture(FILES)
                .edit("allowance.xlsx", book -> book.getSheet("Income limits")
                        .forEach(row -> row.forEach(cell -> {
                            if (cell.toString().startsWith("IL-")) {
                                cell.setCellValue("OTHER-" + cell);
                            }
                        })))
                .files();
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = policy(renamed)) {
            Impact impact = new ImpactRun(record(applications(before)), CODEC, new Callers(), 1)
                    .between(before, after, BulkFixture.WHOLE, Selection.ALL, any -> {});
            assertThat(impact.counts())
                    .containsEntry("changed", 0L)
                    .containsEntry("sameByOtherRules", 600L)
                    .containsEntry("outcomes", Map.of())
                    .containsEntry("rulesGained", Map.of());
            assertThat(impact.changes()).isEmpty();
        }
    }

    /** What becomes of the due dates, and the rule that every change names. */
    private static Impact dueDates(List<PolicyFile> changed) throws Exception {
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = policy(changed)) {
            Impact impact = new ImpactRun(record(applications(before)), CODEC, new Callers(), 1)
                    .between(before, after, BulkFixture.WHOLE, Selection.ALL, any -> {});
            assertThat(impact.counts())
                    .containsEntry("changed", 600L)
                    .containsEntry("rulesGained", Map.of())
                    .containsEntry("rulesLost", Map.of())
                    .containsEntry("rulesChanged", Map.of("term/TM-1", 600L))
                    .containsEntry("otherDueDate", 600L);
            return impact;
        }
    }

    @Test
    void ruleThatIsWrittenOtherwiseIsNamedWithItsDueDates() throws Exception {
        Impact impact = dueDates(new EditedPolicyFixture(FILES)
                .edit(
                        "allowance.xlsx",
                        book -> book.getSheet("Term").getRow(8).getCell(4).setCellValue(2))
                .files());
        assertThat(impact.counts()).containsEntry("dueLaterByDays", Map.of("32", 600L));
        assertThat(impact.changes().get(0)).satisfies(change -> {
            assertThat(change.dueBefore()).isEqualTo("2026-12-03");
            assertThat(change.dueAfter()).isEqualTo("2027-01-04");
        });
    }

    @Test
    void changeThatNoTableMadeNamesTheRuleThatGivesWhatDiffers() throws Exception {
        Impact impact = dueDates(new EditedPolicyFixture(FILES)
                .edit(
                        "calendar.xlsx",
                        book -> book.getSheet("Days off").getRow(2).getCell(0).setCellValue(46_359)) // 2026-12-03
                .files());
        assertThat(impact.counts())
                .containsEntry("dueLaterByDays", Map.of("1", 600L))
                .containsEntry("dueLaterByWorkingDays", Map.of("1", 600L))
                .containsEntry("dueDatesGained", 0L)
                .containsEntry("dueDatesLost", 0L);
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
            Impact impact = new ImpactRun(record(applications(before)), CODEC, new Callers(), 1)
                    .between(before, after, BulkFixture.WHOLE, Selection.ALL, decided -> {});
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

            BulkReplay.Report report = replay(record(all), by(policy), 2);

            assertThat(report.replayed()).isEqualTo(600);
            assertThat(report.different()).isEqualTo(2);
            assertThat(report.mismatches())
                    .extracting(mismatch -> mismatch.entry() + ": " + mismatch.why())
                    .containsExactly("301: the verdict is another", "600: the application cannot be read any more");
        }
    }

    @Test
    void caseFileThatIsGoneIsWrongUnlessItWasErased() throws Exception {
        try (DecidingPolicy policy = policy(FILES)) {
            List<Recorded> all = applications(policy).subList(10, 20);
            List<Gone> gone = List.of(
                    new Gone(1, new DecisionId(new UUID(0, 1)), true),
                    new Gone(2, new DecisionId(new UUID(0, 2)), false),
                    new Gone(3, new DecisionId(new UUID(0, 3)), true));
            BulkReplay.Report report = replay(record(all, gone), by(policy), 1);
            assertThat(report)
                    .isEqualTo(new BulkReplay.Report(
                            10,
                            0,
                            2,
                            1,
                            List.of(new Mismatch(
                                    2,
                                    new DecisionId(new UUID(0, 2)),
                                    Phrase.of("the case file is gone without an erasure"),
                                    Phrase.of("{0}", "")))));
            assertThat(report.isClean()).isFalse();
            assertThat(replay(record(all, gone.subList(0, 1)), by(policy), 1).isClean())
                    .isTrue();
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
                impact.add(ImpactRun.of(List.of(part), new PolicyPair(before, after), CODEC));
                report = BulkReplay.Report.NONE
                        .plus(BulkReplay.of(List.of(part), List.of(), by(after), CODEC))
                        .plus(report);
            }

            List<Recorded> inOrder = applications(before);
            Impact whole = new ImpactRun(record(inOrder), CODEC, new Callers(), 1)
                    .between(before, after, BulkFixture.WHOLE, Selection.ALL, any -> {});
            assertThat(impact.json()).isEqualTo(whole.json());
            assertThat(report).isEqualTo(replay(record(inOrder), by(after), 1));
            assertThat(report.different()).isEqualTo(540);
        }
    }

    @Test
    void listsKeepTheFirstEntriesWhateverCameFirst() {
        BulkReplay.Report report = BulkReplay.Report.NONE;
        for (long entry = 1_500; entry > 0; entry--) {
            report = report.plus(new BulkReplay.Report(
                    1,
                    1,
                    0,
                    0,
                    List.of(new Mismatch(
                            entry,
                            new DecisionId(new UUID(0, entry)),
                            Phrase.of("the verdict is another"),
                            Phrase.of("{0}", "")))));
        }
        assertThat(report.different()).isEqualTo(1_500);
        assertThat(report.mismatches())
                .extracting(Mismatch::entry)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_000).boxed().toList());
    }
}
