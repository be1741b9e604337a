package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One defect at a time, planted in a table of each form of the shipped policy: each is found, at its cell and with its rule, and nothing else is said to be wrong. */
class PlantedDefectsTest {
    private static final List<PolicyFile> FILES = new EditedPolicyFixture().files();
    private static final int HEADING = 6;
    private static final int BINDING = 7;
    private static final int FIRST_RULE = 8;

    /** One table of each form (what it gives, for each of what, in which stage); in the campaign all tables. */
    private static Stream<DecisionTable> tables() {
        Set<List<Object>> seen = new HashSet<>();
        return ShippedPolicyFixture.RULESET.tables().stream()
                .filter(table -> seen.add(Arrays.asList(table.gives(), table.forEach(), table.stage()))
                        || Boolean.getBoolean("sheshim.every.table"));
    }

    private static Sheet sheet(DecisionTable table) {
        return ShippedWorkbooksFixture.sheet(
                table.address().file(), table.address().sheet());
    }

    private static List<String> found(EditedPolicyFixture policy) {
        return found(policy.files(), ShippedWorkbooksFixture.READER);
    }

    private static List<String> found(CellAddress at, @Nullable String text) {
        return found(FILES, ShippedWorkbooksFixture.with(at, text));
    }

    private static List<String> found(List<PolicyFile> files, WorkbookReader workbooks) {
        List<Finding> findings = new ArrayList<>();
        new RulesetReader(workbooks, new DroolsNames()).read(files, findings::add);
        return findings.stream()
                .filter(finding -> finding.defect().severity() == Severity.ERROR)
                .map(finding -> finding.defect().code() + " at " + finding.address())
                .toList();
    }

    /** Plants another text, or for null nothing, in a cell, and what must then be found at it. */
    private static void plant(CellAddress at, @Nullable String text, String... codes) {
        requireOne(found(at, text), at, codes);
    }

    /** Plants what a text cannot be. */
    private static void plant(CellAddress at, Consumer<XSSFCell> defect, String code) {
        EditedPolicyFixture policy = new EditedPolicyFixture()
                .edit(
                        at.file(),
                        book -> defect.accept(
                                book.getSheet(at.sheet()).getRow(at.row()).getCell(at.column())));
        requireOne(found(policy), at, code);
    }

    private static void requireOne(List<String> found, CellAddress at, String... codes) {
        assertThat(found).as("at " + at).hasSize(1);
        assertThat(Stream.of(codes).map(code -> code + " at " + at)).contains(found.get(0));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void ruleThatIsWrittenWrongly(DecisionTable table) {
        Sheet sheet = sheet(table);
        Row rule = sheet.row(FIRST_RULE);
        boolean formula = false;
        boolean error = false;
        for (int column : sheet.row(HEADING).cells().keySet()) {
            String heading = sheet.row(HEADING).text(column);
            String binding = sheet.row(BINDING).text(column);
            CellAddress cell = rule.address(column);
            boolean filled = rule.cell(column).isPresent();
            if (heading.equals("Rule")) {
                plant(cell, (String) null, "missing-rule-id");
                plant(cell, "a b", "malformed-name");
            } else if (heading.equals("From")) {
                plant(cell, "25.03.2024", "wrong-type");
            } else if (binding.startsWith("→") && filled) {
                boolean optional = binding.contains("subject") || binding.contains("place");
                if (!formula) {
                    formula = true;
                    plant(cell, planted -> planted.setCellFormula("1+1"), "formula-cell");
                }
                if (!optional) {
                    plant(cell, (String) null, "blank-conclusion", "citation-without-status");
                }
                if (!binding.contains("place")) {
                    plant(cell, "zzzzz", "unknown-code", "unknown-word", "wrong-type");
                }
            } else if (!binding.isEmpty() && filled) {
                if (!error) {
                    error = true;
                    plant(cell, planted -> planted.setCellErrorValue(FormulaError.REF), "error-cell");
                }
                if (!freeText(binding)) {
                    plant(cell, rule.text(column) + "zzz", "unknown-code", "wrong-type", "malformed-condition");
                }
            }
        }
    }

    private static boolean freeText(String binding) {
        return ShippedPolicyFixture.RULESET.vocabulary().fields().stream()
                .anyMatch(field -> field.path().toString().equals(binding) && field.type() instanceof FieldType.Text);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void bindingThatIsWrittenWrongly(DecisionTable table) {
        sheet(table).row(BINDING).cells().forEach((column, cell) -> {
            if (!cell.text().startsWith("→")) {
                plant(cell.address(), cell.text() + "x", "unknown-field");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void bindingThatIsLost(DecisionTable table) {
        Sheet sheet = sheet(table);
        List<CellAddress> bound = sheet.row(BINDING).cells().keySet().stream()
                .filter(column -> sheet.row(FIRST_RULE).cell(column).isPresent())
                .map(sheet.row(BINDING)::address)
                .toList();
        plant(bound.get(table.title().length() % bound.size()), (String) null, "unbound-column");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void cellThatStandsApart(DecisionTable table) {
        plant(sheet(table).row(499).address(4), "a thought", "stray-cells");
    }

    @Test
    void workbookThatIsMissingIsOneFinding() {
        assertThat(found(new EditedPolicyFixture().put("decision-tables/vocabulary.xlsx", null)))
                .containsExactly("missing-sheet at decision-tables");
        assertThat(found(new EditedPolicyFixture()
                        .put("decision-tables/vocabulary.xlsx", null)
                        .set("documents.xlsx", "Identity documents", "B9", "01.01.2027")
                        .set("persons.xlsx", "Not covered", "A10", null)))
                .as("what does not depend on it is found too")
                .containsExactlyInAnyOrder(
                        "missing-sheet at decision-tables",
                        "wrong-type at documents.xlsx › Identity documents › B9",
                        "missing-rule-id at persons.xlsx › Not covered › A10");
        assertThat(found(new EditedPolicyFixture().put("decision-tables/vocabulary.xlsx", new byte[100])))
                .containsExactly("other-format at vocabulary.xlsx");
        assertThat(found(new EditedPolicyFixture().put("decision-tables/calendar.xlsx", null)))
                .containsExactly("missing-sheet at decision-tables");
    }

    /** Every cell of the vocabulary that must say something, blanked; what follows at the tables that use it is not told. */
    @Test
    void blankCellOfTheVocabulary() {
        for (String name :
                List.of("Entities", "Fields", "Codes", "Acts", "Grounds", "Outcomes", "Notices", "Actions")) {
            Sheet sheet = ShippedWorkbooksFixture.sheet("vocabulary.xlsx", name);
            sheet.row(1).cells().forEach((column, cell) -> {
                if (sheet.row(0).text(column).matches("(Label|Text|Remedy|Title|Wording) (en|ru|kk)")) {
                    plant(cell.address(), (String) null, "missing-translation");
                }
            });
        }
    }
}
