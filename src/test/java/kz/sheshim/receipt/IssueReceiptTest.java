package kz.sheshim.receipt;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.EarlierDecisionsFixture;
import kz.sheshim.decision.NewerLawFixture;
import kz.sheshim.decision.SecondOpinionFixture;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.SealFixture;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.publication.PolicyInMemoryFixture;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.TelemetryFixture;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Languages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The receipt of a decision is written from the recorded decision and the revision that decided, if the policy has one. */
class IssueReceiptTest {
    private static final String WORKBOOK = "receipts.xlsx";

    private final PolicyInMemoryFixture.Source source = new PolicyInMemoryFixture.Source("first");
    private final PolicyInMemoryFixture.Store store = new PolicyInMemoryFixture.Store();
    private final Rulesets rulesets = new Rulesets(
            source, new PolicyInMemoryFixture.Compiler().policies(), store, true, 1, TelemetryFixture.NONE);
    private final IssueReceipt receipts = new IssueReceipt(rulesets);

    @BeforeEach
    void load() throws FaultyRuleset {
        rulesets.load();
    }

    private Decision decided(ApplicationFixture application) {
        DecideApplication decide = new DecideApplication(
                rulesets,
                new JacksonVerdictCodec(),
                store,
                (decision, seal, terms, request) ->
                        CompletableFuture.completedFuture(new Entry(new EntryNumber(1), decision, seal)),
                EarlierDecisionsFixture.none(rulesets),
                NewerLawFixture.NONE,
                SecondOpinionFixture.NONE,
                () -> new DecisionId(new UUID(7, 1)),
                SealFixture.SECRETS,
                SealFixture.SEARCH_KEY,
                Clock.fixed(Instant.parse("2026-11-20T05:15:00.123Z"), ZoneOffset.UTC),
                "engine 1",
                10);
        return done(decide.decide(application.body(), new Submitter("front-office"), null))
                .entry()
                .decision();
    }

    private static List<PolicyFile> shipped() {
        return new FolderPolicySource(Path.of("")).files();
    }

    private NoReceipt refused(Decision decision, String code) {
        return catchThrowableOfType(NoReceipt.class, () -> receipts.issue(decision, code, Languages::first));
    }

    @Test
    void receiptIsOfTheRevisionThatDecided() {
        Decision before = decided(ReceiptFixture.granted());
        source.put(
                "second",
                new EditedPolicyFixture(shipped())
                        .edit(WORKBOOK, book -> {
                            var row = book.getSheet("Receipts").getRow(4);
                            row.createCell(6).setCellValue("Another title");
                        })
                        .files());
        rulesets.takeUp();
        Decision after = decided(ReceiptFixture.granted());
        assertThat(after.revision()).isNotEqualTo(before.revision());
        assertThat(receipts.issue(before, null, Languages::first).title())
                .isEqualTo("Receipt of the acceptance of an application (Annex 5)");
        assertThat(receipts.issue(after, null, Languages::first).title()).isEqualTo("Another title");
    }

    @Test
    void decisionOfARevisionWithoutReceiptsSaysThatThereIsNone() {
        source.put(
                "second",
                shipped().stream()
                        .filter(file -> !file.path().endsWith(WORKBOOK))
                        .toList());
        rulesets.takeUp();
        Decision decision = decided(ReceiptFixture.granted());
        NoReceipt none = refused(decision, null);
        assertThat(none).hasMessageContaining("the revision that decided has no receipts");
        assertThat(none.others()).isEmpty();
    }

    @Test
    void decisionForWhichThePolicyNamesNoneSaysSo() {
        assertThat(refused(decided(ReceiptFixture.granted().set("checks.dataAccurate", null)), null))
                .hasMessageContaining("the outcome undetermined with no action");
        assertThat(refused(
                        decided(ReceiptFixture.granted()
                                .set("application.channel", "consulate")
                                .set("application.filedAt", "2024-05-20T10:15:00+05:00")),
                        null))
                .hasMessageContaining("the policy has none for the outcome granted");
    }

    @Test
    void decisionCanCallForSeveralAndEachIsGivenByItsCode() {
        Decision denied = decided(ReceiptFixture.denied());
        Receipt first = receipts.issue(denied, null, Languages::first);
        assertThat(first.code()).isEqualTo("notice-of-refusal");
        assertThat(first.others()).containsExactly("reasoned-denial", "acceptance-receipt");
        assertThat(receipts.issue(denied, "acceptance-receipt", Languages::first)
                        .code())
                .isEqualTo("acceptance-receipt");
        NoReceipt none = refused(denied, "refusal-receipt");
        assertThat(none).hasMessageContaining("the policy has no receipt refusal-receipt for this decision");
        assertThat(none.others()).containsExactly("notice-of-refusal", "reasoned-denial", "acceptance-receipt");
    }

    /** Else the paper for the counter would tell, in its attached proof, what it does not say. */
    @Test
    void proofOfAReceiptTellsNoMoreThanTheReceipt() {
        Decision denied = decided(ReceiptFixture.denied());
        assertThat(receipts.issue(denied, null, Languages::first).shownParts())
                .contains("reference", "filedOn", "outcome", "grounds");
        assertThat(receipts.issue(denied, "acceptance-receipt", Languages::first)
                        .shownParts())
                .contains("reference", "filedOn", "documents[0].number", "applicant.birthDate")
                .doesNotContain("outcome", "grounds", "verdict", "application", "facts");
    }

    @Test
    void receiptShowsTheFactsAsTheyWereReadNotAsTheyWereWritten() {
        Decision decision = decided(ReceiptFixture.granted());
        Receipt receipt = receipts.issue(decision, null, languages -> Language.of("kk"));
        assertThat(receipt.decision()).isEqualTo(decision.id());
        assertThat(receipt.toString()).contains("шет мемлекеттің паспорты").contains("Түркия");
    }
}
