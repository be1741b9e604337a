package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.name.UnknownReference;
import kz.sheshim.workbook.Sheet;

/**
 * A sheet of worked examples. It belongs to a policy's workbooks, but decides nothing.
 *
 * @param findings what is wrong with its cells, whatever they mean
 * @param faultyNames the names whose definitions are faulty
 */
public record ScenarioSheet(Sheet sheet, List<Finding> findings, Set<String> faultyNames) {
    static final String MARK = "Scenarios";

    /** The row that binds the columns, from 0. */
    public static final int BINDING_ROW = 3;

    public ScenarioSheet {
        findings = List.copyOf(findings);
        faultyNames = Set.copyOf(faultyNames);
    }

    /** A finding at one of its cells only follows from the faulty definition of a name. */
    public boolean follows(Finding finding) {
        return finding.defect() instanceof UnknownReference unknown && faultyNames.contains(unknown.given());
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
                scenarios.add(new ScenarioSheet(sheet, own, Set.of()));
            }
        }
        return scenarios;
    }
}
