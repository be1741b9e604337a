package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.finding.Finding;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong day or expression that only scenarios show is one finding, which says what to write; what is proved of the table because of it is not told again. */
class OneCellOfManyScenariosTest {
    private static final PolicyCheck CHECK = new PolicyCheck(
            PolicyTools.compiler(Limits.USUAL, null),
            new TableAnalysis(LogicNgSolver::new, Effort.USUAL),
            Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC));

    private static EditedPolicyFixture allowance() {
        return new EditedPolicyFixture(
                new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            E21 ~ years from claim.countsFrom to members.birthDate     ~ years from members.birthDate to claim.countsFrom
            E17 ~ dwelling.leaseUntil > claim.countsFrom + 6 months    ~ dwelling.leaseUntil < (claim.countsFrom + 6 months)
            E17 ~ dwelling.leaseUntil < claim.countsFrom - 6 months    ~ dwelling.leaseUntil < (claim.countsFrom + 6 months)
            E9  ~ claim.size / claim.income                            ~ claim.income / claim.size
            """)
    void expression(String cell, String text, String meant) {
        assertOne(
                allowance().set("vocabulary.xlsx", "Fields", cell, text),
                "vocabulary.xlsx › Fields › " + cell,
                "Did you mean \"" + meant + "\"?");
    }

    @ParameterizedTest
    @CsvSource({
        "denial.xlsx, Grounds of denial, C9, 2023-03-24, A9, 2024-03-24",
        "denial.xlsx, Grounds of denial, C11, 2023-03-24, A11, 2024-03-24",
        "denial.xlsx, Grounds of denial, C9, 2025-03-24, A9, 2024-03-24",
        "denial.xlsx, Grounds of denial, B10, 2025-03-25, A10, 2024-03-25",
        "documents.xlsx, Identity documents, C9, 2023-03-24, A9, 2024-03-24",
        "availability.xlsx, Open channels, C10, 2023-03-24, A10, 2024-03-24"
    })
    void dayOfARule(String file, String sheet, String cell, String day, String told, String meant) {
        assertOne(
                new EditedPolicyFixture().set(file, sheet, cell, day),
                file + " › " + sheet + " › " + told,
                "Did you mean \"" + meant + "\"?");
    }

    @Test
    void otherSlipIsToldToo() {
        assertThat(CHECK.check(new EditedPolicyFixture()
                                .set("denial.xlsx", "Grounds of denial", "B10", "2025-03-25")
                                .set("documents.xlsx", "Identity documents", "C9", "2023-03-24")
                                .files())
                        .findings())
                .extracting(finding -> finding.defect().code() + " at " + finding.address())
                .containsExactlyInAnyOrder(
                        "cell-against-scenarios at denial.xlsx › Grounds of denial › A10",
                        "cell-against-scenarios at documents.xlsx › Identity documents › A9");
    }

    private static void assertOne(EditedPolicyFixture policy, String address, String message) {
        List<Finding> found = CHECK.check(policy.files()).findings();
        assertThat(found).as(found.toString()).hasSize(1);
        assertThat(found.get(0).address()).hasToString(address);
        assertThat(found.get(0).defect().code()).isEqualTo("cell-against-scenarios");
        assertThat(found.get(0).defect().message()).contains(message);
    }
}
