package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;

/** A sheet of scenarios on the shipped policy, written as lines of cells with bars between them. */
final class ScenarioSheetFixture {
    private static final String FILE = "scenarios.xlsx";

    private final List<Row> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** The sheet begins with its title and a note. */
    ScenarioSheetFixture(String heading, String binding) {
        row("Scenarios | Examples").row("Note").row(heading).row(binding);
    }

    /** All that an application must say, and the two parts of a verdict that every sheet has; the scenario {@code base} is granted. */
    static ScenarioSheetFixture granted(String... lines) {
        ScenarioSheetFixture sheet = new ScenarioSheetFixture(
                        "Scenario | Shows | As in | Service | Channel | Filed at | Filed by | Form | Status | Number | Kind | Authentic | Right | IIN | Citizenship | Outcome | Grounds | Script | Consent",
                        " | | | application.service | application.channel | application.filedAt | application.filedBy | application.form | applicant.status | documents"
                                + " | documents.kind | documents.authentic | checks.dataAccurate | applicant.existingIin | applicant.citizenship | → outcome | → grounds | documents.script | applicant.consentToRestrictedData")
                .row(
                        "base | granted | | correction | state-corporation | 2023-08-01T11:00:00+06:00 | applicant | ordinary | foreigner | | foreign-passport | yes | yes | | TUR | granted | | latin | yes");
        for (String line : lines) {
            sheet.row(line);
        }
        return sheet;
    }

    ScenarioSheetFixture row(String cells) {
        TreeMap<Integer, Cell> filled = new TreeMap<>();
        String[] texts = cells.split("\\|", -1);
        for (int column = 0; column < texts.length; column++) {
            if (!texts[column].isBlank()) {
                filled.put(
                        column,
                        new Cell(new CellAddress(FILE, "Examples", rows.size(), column), texts[column].strip()));
            }
        }
        rows.add(new Row(FILE, "Examples", rows.size(), filled));
        return this;
    }

    List<Scenario> scenarios() {
        return ScenarioReader.read(
                List.of(new ScenarioSheet(new Sheet(FILE, "Examples", rows), List.of(), java.util.Set.of())),
                ShippedPolicyFixture.RULESET,
                findings::add);
    }

    ScenarioRun run() {
        return ScenarioRun.of(scenarios(), ShippedPolicyFixture.POLICY);
    }

    /** What is wrong with the sheet, each as "code at cell". */
    List<String> findings() {
        scenarios();
        return names(findings);
    }

    static List<String> names(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        finding.defect().code() + " at " + finding.address().within())
                .toList();
    }
}
