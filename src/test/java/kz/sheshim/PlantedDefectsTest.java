package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.FieldType;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One defect at a time, planted in a table of each form of the shipped policy: each is found, at its cell and with its rule, and nothing else is said to be wrong. */
class PlantedDefectsTest {
    private static final boolean WHOLE = Boolean.getBoolean("sheshim.every.table");
    private static final RulesetReader READER = new RulesetReader(ShippedWorkbooksFixture.READER, new DroolsNames());

    private static final int HEADING = 6;
    private static final int BINDING = 7;
    private static final int FIRST_RULE = 8;

    /** One table of each form (what it gives, for each of what, in which stage); in the campaign all tables. */
    private static Stream<DecisionTable> tables() {
        Set<List<Object>> seen = new HashSet<>();
        return ShippedPolicyFixture.RULESET.tables().stream()
                .filter(table -> seen.add(Arrays.asList(table.gives(), table.forEach(), table.stage())) || WHOLE);
    }

    private static List<String> found(EditedPolicyFixture policy) {
        List<Finding> findings = new ArrayList<>();
        READER.read(policy.files(), findings::add);
        return findings.stream()
                .filter(finding -> finding.defect().severity() == Severity.ERROR)
                .map(finding -> finding.defect().code() + " at " + finding.address())
                .toList();
    }

    private static XSSFSheet sheet(XSSFWorkbook book, DecisionTable table) {
        return book.getSheet(table.address().sheet());
    }

    /** Plants something in a cell, and what must then be found at it. */
    private static void plant(DecisionTable table, XSSFCell at, Consumer<XSSFCell> defect, String... codes) {
        EditedPolicyFixture policy = new EditedPolicyFixture();
        policy.edit(
                table.address().file(),
                book -> defect.accept(
                        sheet(book, table).getRow(at.getRowIndex()).getCell(at.getColumnIndex())));
        String place = " at " + table.address() + " › " + at.getReference();
        List<String> found = found(policy);
        assertThat(found).as(place).hasSize(1);
        assertThat(Set.of(codes)).as(found.get(0)).contains(found.get(0).replace(place, ""));
    }

    private static XSSFWorkbook workbook(DecisionTable table) {
        byte[] bytes = new EditedPolicyFixture()
                .bytes("decision-tables/" + table.address().file());
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            return book;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        XSSFRow found = sheet.getRow(row);
        return found == null || found.getCell(column) == null
                ? ""
                : found.getCell(column).toString();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void ruleThatIsWrittenWrongly(DecisionTable table) {
        XSSFSheet sheet = sheet(workbook(table), table);
        boolean formula = false;
        boolean error = false;
        for (XSSFCell cell : cells(sheet, FIRST_RULE)) {
            String heading = text(sheet, HEADING, cell.getColumnIndex());
            String binding = text(sheet, BINDING, cell.getColumnIndex());
            boolean filled = cell.getCellType() != CellType.BLANK;
            if (heading.equals("Rule")) {
                plant(table, cell, XSSFCell::setBlank, "missing-rule-id");
                plant(table, cell, planted -> planted.setCellValue("a b"), "malformed-name");
            } else if (heading.equals("From")) {
                plant(table, cell, planted -> planted.setCellValue("25.03.2024"), "wrong-type");
            } else if (binding.startsWith("→") && filled) {
                boolean optional = binding.contains("subject") || binding.contains("place");
                if (!formula) {
                    formula = true;
                    plant(table, cell, planted -> planted.setCellFormula("1+1"), "formula-cell");
                }
                if (!optional) {
                    plant(table, cell, XSSFCell::setBlank, "blank-conclusion", "citation-without-status");
                }
                if (!binding.contains("place")) {
                    plant(
                            table,
                            cell,
                            planted -> planted.setCellValue("zzzzz"),
                            "unknown-code",
                            "unknown-word",
                            "wrong-type");
                }
            } else if (!binding.isEmpty() && filled) {
                if (!error) {
                    error = true;
                    plant(
                            table,
                            cell,
                            planted -> planted.setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF),
                            "error-cell");
                }
                if (!freeText(binding)) {
                    plant(
                            table,
                            cell,
                            planted -> planted.setCellValue(planted.toString() + "zzz"),
                            "unknown-code",
                            "wrong-type",
                            "malformed-condition");
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
        XSSFSheet sheet = sheet(workbook(table), table);
        for (XSSFCell cell : cells(sheet, BINDING)) {
            if (!cell.toString().isEmpty() && !cell.toString().startsWith("→")) {
                plant(table, cell, planted -> planted.setCellValue(planted.toString() + "x"), "unknown-field");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void bindingThatIsLost(DecisionTable table) {
        XSSFSheet sheet = sheet(workbook(table), table);
        List<XSSFCell> bound = cells(sheet, BINDING).stream()
                .filter(cell -> !cell.toString().isEmpty()
                        && !text(sheet, FIRST_RULE, cell.getColumnIndex()).isEmpty())
                .toList();
        plant(table, bound.get(table.title().length() % bound.size()), XSSFCell::setBlank, "unbound-column");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void cellThatStandsApart(DecisionTable table) {
        EditedPolicyFixture policy = new EditedPolicyFixture()
                .set(table.address().file(), table.address().sheet(), "E500", "a thought");
        assertThat(found(policy)).containsExactly("stray-cells at " + table.address() + " › E500");
    }

    private static List<XSSFCell> cells(XSSFSheet sheet, int row) {
        List<XSSFCell> cells = new ArrayList<>();
        sheet.getRow(row).forEach(cell -> cells.add((XSSFCell) cell));
        return cells;
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
    void blankCellOfTheVocabulary() throws IOException {
        byte[] bytes = new EditedPolicyFixture().bytes("decision-tables/vocabulary.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (String name :
                    List.of("Entities", "Fields", "Codes", "Acts", "Grounds", "Outcomes", "Notices", "Actions")) {
                XSSFSheet sheet = book.getSheet(name);
                for (XSSFCell cell : cells(sheet, 1)) {
                    String heading = text(sheet, 0, cell.getColumnIndex());
                    if (heading.matches("(Label|Text|Remedy|Title|Wording) (en|ru|kk)")) {
                        assertThat(found(new EditedPolicyFixture()
                                        .set("vocabulary.xlsx", name, cell.getReference(), null)))
                                .containsExactly("missing-translation at vocabulary.xlsx › " + name + " › "
                                        + cell.getReference());
                    }
                }
            }
        }
    }
}
