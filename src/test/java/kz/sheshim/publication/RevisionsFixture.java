package kz.sheshim.publication;

import java.util.List;
import java.util.stream.Stream;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.policy.PolicyFile;

/** The shipped policy and changes of it, each of which decides something differently than the others. */
final class RevisionsFixture {
    private RevisionsFixture() {}

    static List<List<PolicyFile>> files() {
        return Stream.of(new EditedPolicyFixture(), anotherTerm(), channelOpenForLonger(), withoutLastGroundOfDenial())
                .map(EditedPolicyFixture::files)
                .toList();
    }

    private static EditedPolicyFixture anotherTerm() {
        return new EditedPolicyFixture()
                .edit(
                        "outcome.xlsx",
                        book -> book.getSheet("Term").getRow(8).getCell(4).setCellValue(5));
    }

    private static EditedPolicyFixture channelOpenForLonger() {
        return new EditedPolicyFixture().set("availability.xlsx", "Open channels", "C10", "2030-12-31");
    }

    private static EditedPolicyFixture withoutLastGroundOfDenial() {
        return new EditedPolicyFixture().edit("denial.xlsx", book -> {
            var sheet = book.getSheet("Grounds of denial");
            sheet.removeRow(sheet.getRow(sheet.getLastRowNum()));
        });
    }
}
