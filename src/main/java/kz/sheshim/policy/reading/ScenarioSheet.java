package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kz.sheshim.finding.Finding;
import kz.sheshim.workbook.Sheet;

/**
 * A sheet of worked examples. It belongs to a policy's workbooks, but decides nothing.
 *
 * @param findings what is wrong with its cells, whatever they mean
 */
public record ScenarioSheet(Sheet sheet, List<Finding> findings) {
    static final String MARK = "Scenarios";

    public ScenarioSheet {
        findings = List.copyOf(findings);
    }

    static boolean isOne(Sheet sheet) {
        return sheet.row(0).text(0).equals(MARK);
    }

    /** Takes the scenarios out of a workbook's sheets, and their findings out of the workbook's. */
    static List<ScenarioSheet> in(List<Sheet> sheets, List<Finding> findings) {
        List<ScenarioSheet> scenarios = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (isOne(sheet) && !sheet.name().startsWith(SortedFiles.NOTES)) {
                Predicate<Finding> isOwn =
                        finding -> sheet.name().equals(finding.address().sheet());
                List<Finding> own = findings.stream().filter(isOwn).toList();
                findings.removeIf(isOwn);
                scenarios.add(new ScenarioSheet(sheet, own));
            }
        }
        return scenarios;
    }
}
