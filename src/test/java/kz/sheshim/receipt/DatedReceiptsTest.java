package kz.sheshim.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.SmallPolicyFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts, and rows of receipts, from a day of the law on and until another. */
class DatedReceiptsTest {
    private static final String WORKBOOK = "receipts.xlsx";
    private static final List<PolicyFile> SMALL = new EditedPolicyFixture(new SmallPolicyFixture()
                    .with(Path.of("src/test/resources/tables/receipts"))
                    .files())
            .edit(WORKBOOK, book -> {
                var receipts = book.getSheet("Receipts");
                receipts.getRow(0).createCell(9).setCellValue("From");
                receipts.getRow(0).createCell(10).setCellValue("Until");
                var renamed = receipts.createRow(3);
                receipts.getRow(1).forEach(cell -> renamed.createCell(cell.getColumnIndex())
                        .setCellValue(cell.toString()));
                receipts.getRow(1).createCell(10).setCellValue("2026-12-31");
                renamed.getCell(3).setCellValue("The renamed office");
                renamed.createCell(9).setCellValue("2027-01-01");
                var paragraphs = book.getSheet("Paragraphs");
                paragraphs.getRow(0).createCell(6).setCellValue("From");
                paragraphs.getRow(0).createCell(7).setCellValue("Until");
                for (int row = paragraphs.getLastRowNum(); row > 0; row--) {
                    if (paragraphs.getRow(row).getCell(0).toString().equals("letter")
                            && paragraphs.getRow(row).getCell(1).toString().equals("text")) {
                        paragraphs.getRow(row).getCell(3).setCellValue("A new duty");
                        paragraphs.getRow(row).createCell(6).setCellValue("2027-01-01");
                    }
                }
            })
            .files();

    private static EditedPolicyFixture policy() {
        return new EditedPolicyFixture(SMALL);
    }

    private static Receipt letter(Ruleset ruleset, String filedOn) {
        Verdict verdict = new Verdict(
                "granted",
                LocalDate.parse(filedOn),
                List.of(),
                List.of(),
                List.of(),
                List.of("send-letter"),
                null,
                null,
                List.of());
        Decision decision = new Decision(
                new DecisionId(UUID.fromString("01a2073c-f074-7a5a-b860-a72886ae7739")),
                new Submitter("intake-1"),
                "R1",
                Instant.parse("2026-11-20T05:15:00.123Z"),
                ruleset.revision(),
                "a test",
                "{}",
                "{}",
                verdict,
                "{}",
                List.of());
        List<ReceiptForm> forms =
                ruleset.receipts().fitting(verdict.outcome(), verdict.actions(), verdict.filedOn()).stream()
                        .filter(form -> form.code().equals("letter"))
                        .toList();
        assertThat(forms).hasSize(1);
        Facts facts = new Facts(new FactLayout(ruleset.vocabulary()));
        return new ReceiptWriter(decision, facts, ruleset, Language.ENGLISH).write(forms.get(0), List.of());
    }

    @Test
    void nameOfTheAuthorityAndRowsAreThoseOfTheDayOfTheLaw() {
        Ruleset ruleset = policy().read();
        Receipt before = letter(ruleset, "2026-12-31");
        Receipt after = letter(ruleset, "2027-01-01");
        assertThat(before.issuedBy()).isNotEqualTo("The renamed office");
        assertThat(after.issuedBy()).isEqualTo("The renamed office");
        assertThat(paragraphs(after)).isGreaterThan(paragraphs(before));
    }

    private static long paragraphs(Receipt receipt) {
        return receipt.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Paragraph.class::isInstance)
                .count();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "blank",
            value = {
                "Receipts, J4, 2026-12-31, duplicate at receipts.xlsx › Receipts › A4",
                "Receipts, K2, blank, duplicate at receipts.xlsx › Receipts › A4",
                "Receipts, K4, 2026-01-01, from-after-until at receipts.xlsx › Receipts › K4",
                "Receipts, J4, 1 January, wrong-type at receipts.xlsx › Receipts › J4"
            })
    void whatIsWrongWithAPeriodIsAFinding(String sheet, String cell, String text, String finding) {
        assertThat(policy().set(WORKBOOK, sheet, cell, text).findings()).contains(finding);
    }

    @Test
    void periodsBelongToTheRevision() {
        Ruleset before = policy().read();
        Ruleset after = policy().set(WORKBOOK, "Receipts", "K2", "2026-12-30").read();
        assertThat(PolicyDiff.between(before.meaning(), after.meaning())).isNotEmpty();
    }
}
