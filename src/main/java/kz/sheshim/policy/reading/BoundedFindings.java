package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import kz.sheshim.finding.EnoughFindings;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.cell.ErrorCell;
import kz.sheshim.finding.cell.FormulaCell;
import kz.sheshim.finding.cell.UnreadableCell;
import kz.sheshim.finding.file.TooManyFindings;
import kz.sheshim.workbook.Address;
import kz.sheshim.workbook.FileAddress;

/** Passes findings on and remembers them: of a cell that cannot be read only the first one, and after too many errors no more. */
final class BoundedFindings implements Consumer<Finding> {
    static final int MAX_ERRORS = 1_000;

    private final Consumer<Finding> findings;
    private final List<Finding> passed = new ArrayList<>();
    private final Set<Address> unreadable = new HashSet<>();
    private int errors;

    BoundedFindings(Consumer<Finding> findings) {
        this.findings = findings;
    }

    @Override
    public void accept(Finding finding) {
        if (unreadable.contains(finding.address())) {
            return;
        }
        if (finding.defect() instanceof UnreadableCell
                || finding.defect() instanceof FormulaCell
                || finding.defect() instanceof ErrorCell) {
            unreadable.add(finding.address());
        }
        passed.add(finding);
        findings.accept(finding);
        if (finding.defect().severity() == Severity.ERROR) {
            errors++;
            if (errors >= MAX_ERRORS) {
                findings.accept(
                        Finding.at(new FileAddress(RulesetReader.WORKBOOK_FOLDER), new TooManyFindings(errors)));
                throw new EnoughFindings();
            }
        }
    }

    /** The findings that were passed on, in their order. */
    List<Finding> passed() {
        return passed;
    }
}
