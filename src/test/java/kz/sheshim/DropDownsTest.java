package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The drop-downs of the shipped workbooks help to write what is known, and never keep an analyst from writing what is new. */
class DropDownsTest {

    private static Stream<Path> workbooks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("decision-tables"))) {
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
