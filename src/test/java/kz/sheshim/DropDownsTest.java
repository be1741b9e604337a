package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The drop-downs of the shipped workbooks, and of those for a new policy, help to write what is known, and never keep an analyst from writing what is new. */
class DropDownsTest {

    private static final Path STARTER = Path.of("src/main/resources/kz/sheshim/adapter/xlsx/starter");

    private static Stream<Path> workbooks() throws IOException {
        return Stream.concat(
                workbooks(Path.of("decision-tables")),
                workbooks(STARTER).filter(file -> !file.endsWith("calendar.xlsx")));
    }

    private static Stream<Path> workbooks(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void noneRefusesWhatIsNewAndEachReachesBeyondTheLastCode(Path file) throws IOException {
        int lists = 0;
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                for (XSSFDataValidation validation : book.getSheetAt(i).getDataValidations()) {
                    String place = file + " " + book.getSheetName(i) + " "
                            + validation.getRegions().getCellRangeAddresses()[0].formatAsString();
                    assertThat(validation.getErrorStyle()).as(place).isEqualTo(DataValidation.ErrorStyle.WARNING);
                    assertThat(validation.getErrorBoxText()).as(place).isNotBlank();
                    String source = validation.getValidationConstraint().getFormula1();
                    if (validation.getValidationConstraint().getValidationType() == ValidationType.LIST
                            && source.contains("!")) {
                        lists++;
                        AreaReference area = new AreaReference(source, book.getSpreadsheetVersion());
                        XSSFSheet codes = book.getSheet(area.getFirstCell().getSheetName());
                        int column = area.getFirstCell().getCol();
                        assertThat(area.getLastCell().getRow()).as(place).isGreaterThan(last(codes, column) + 10);
                        assertThat(text(codes, area.getFirstCell().getRow(), column))
                                .as(place)
                                .isNotEmpty();
                    }
                }
            }
        }
        assertThat(lists).isPositive();
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void eachListOfCodesHasAllCodes(Path file) throws IOException {
        Map<String, Set<String>> codes = codes(file.getParent());
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet lists = book.getSheet("Notes lists");
            for (int column = 0; column < lists.getRow(2).getLastCellNum(); column++) {
                String list = text(lists, 2, column).split(" ", 2)[0];
                assertThat(column(lists, 3, column))
                        .as(file + " " + list)
                        .containsAll(codes.getOrDefault(list, Set.of()));
            }
        }
    }

    /** The codes of vocabulary.xlsx by the word that heads their list on the sheet Notes lists. */
    private static Map<String, Set<String>> codes(Path folder) throws IOException {
        Map<String, Set<String>> codes = new HashMap<>();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve("vocabulary.xlsx")))) {
            XSSFSheet sheet = book.getSheet("Codes");
            for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                codes.computeIfAbsent(text(sheet, row, 0), list -> new HashSet<>())
                        .add(text(sheet, row, 1));
            }
            for (String list : List.of("act", "ground", "notice", "action")) {
                String name = Character.toUpperCase(list.charAt(0)) + list.substring(1) + "s";
                codes.put(list, column(book.getSheet(name), 1, 0));
            }
        }
        codes.keySet().removeIf(String::isEmpty);
        return codes;
    }

    /** A list for a column of many values offers them as "includes …" and "lacks …". */
    private static Set<String> column(XSSFSheet sheet, int first, int column) {
        return IntStream.rangeClosed(first, sheet.getLastRowNum())
                .mapToObj(row -> text(sheet, row, column).replaceFirst("^(includes|lacks) ", ""))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }

    private static int last(XSSFSheet sheet, int column) {
        int row = sheet.getLastRowNum();
        while (text(sheet, row, column).isEmpty()) {
            row--;
        }
        return row;
    }

    private static String text(XSSFSheet sheet, int number, int column) {
        XSSFRow row = sheet.getRow(number);
        return row == null || row.getCell(column) == null
                ? ""
                : row.getCell(column).toString();
    }
}
