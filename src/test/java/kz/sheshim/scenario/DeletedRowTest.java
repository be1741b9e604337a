package kz.sheshim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import kz.sheshim.workbook.Limits;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that somebody deleted is one message, however many scenarios fail without it. */
class DeletedRowTest {
    private static final PolicyCompiler COMPILER = PolicyTools.compiler(Limits.USUAL, null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
            CH-06 ~ scenarios-fail ~ availability.xlsx › Open channels            ~ 48 scenarios fail in which no rule of this table matches
            CC-02 ~ scenarios-fail ~ availability.xlsx › Closed channel           ~ scenarios fail in which no rule of this table matches
            CP-05 ~ scenarios-fail ~ persons.xlsx › Not covered › A10             ~ It reads what persons.xlsx › Covered persons gives, and no rule there matches.
            AC-04 ~ nobody-gives   ~ scenarios.xlsx › Starting points › AH16      ~ No rule gives "enter-application-data-in-cis"
            CP-02 ~ scenarios-fail ~ persons.xlsx › Covered persons              ~ 9 scenarios fail in which no rule of this table matches
            CT-02 ~ scenarios-fail ~ pilots.xlsx › Categories                    ~ 3 scenarios fail in which no rule of this table matches
            DF-02 ~ nobody-gives   ~ scenarios.xlsx › Second reading › AA52        ~ No rule reads checks.otherDataAsInVisualZone, on which these scenarios depend: prison-12, unknown-07, identity-43.
            DF-01 ~ nobody-gives   ~ scenarios.xlsx › Second reading › AA52        ~ No rule reads checks.namesAsInMachineReadableZone
            ND-02 ~ nobody-gives   ~ scenarios.xlsx › Second reading › Y71         ~ No rule gives "iin-missing", which is expected of the grounds in
            """)
    void isOneMessage(String id, String code, String place, String message) throws Exception {
        List<Finding> found = findingsWithout(id);
        assertThat(found).as(found.toString()).hasSize(1);
        assertThat(found.get(0).defect().code()).isEqualTo(code);
        assertThat(found.get(0).address()).hasToString(place);
        assertThat(found.get(0).defect().wrong().toString()).contains(message);
    }

    private static List<Finding> findingsWithout(String id) throws Exception {
        List<ScenarioSheet> sheets = new ArrayList<>();
        Optional<Ruleset> ruleset = COMPILER.reader().read(without(id).files(), finding -> {}, sheets::add);
        try (DecidingPolicy policy = COMPILER.compile(ruleset.orElseThrow())) {
            return ScenarioRun.of(ScenarioReader.read(sheets, policy.ruleset(), finding -> {}), policy)
                    .findings();
        }
    }

    private static EditedPolicyFixture without(String id) {
        for (DecisionTable table : ShippedPolicyFixture.RULESET.tables()) {
            for (Rule rule : table.rules()) {
                if (rule.id().rule().equals(id)) {
                    return new EditedPolicyFixture().edit(table.address().file(), book -> {
                        XSSFSheet sheet = book.getSheet(table.address().sheet());
                        int row = rule.address().row();
                        sheet.removeRow(sheet.getRow(row));
                        if (row < sheet.getLastRowNum()) {
                            sheet.shiftRows(row + 1, sheet.getLastRowNum(), -1);
                        }
                    });
                }
            }
        }
        throw new IllegalArgumentException("no rule " + id);
    }
}
