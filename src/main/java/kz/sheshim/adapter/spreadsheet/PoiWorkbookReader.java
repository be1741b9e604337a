package kz.sheshim.adapter.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import kz.sheshim.check.Finding;
import kz.sheshim.check.HiddenCells;
import kz.sheshim.check.MergedCells;
import kz.sheshim.check.UnreadableCell;
import kz.sheshim.check.UnreadableFile;
import kz.sheshim.ruleset.WorkbookReader;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Reads .xlsx files cell by cell, by meaning and not by look. */
public final class PoiWorkbookReader implements WorkbookReader {

    @Override
    public List<Sheet> read(String file, byte[] bytes, Consumer<Finding> findings) {
        List<Sheet> sheets = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        try (XSSFWorkbook workbook = open(bytes)) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i)) {
                    found.add(
                            Finding.at(CellAddress.ofSheet(file, workbook.getSheetName(i)), new HiddenCells("sheet")));
                }
                sheets.add(read(file, workbook.getSheetAt(i), found::add));
            }
        } catch (IOException | RuntimeException e) {
            // POI answers broken files with many kinds of unchecked exceptions; to the analyst all are one finding.
            findings.accept(Finding.at(CellAddress.ofFile(file), new UnreadableFile(reason(e))));
            return List.of();
        }
        found.forEach(findings);
        return sheets;
    }

    /** POI reads what it finds of a file that was cut off, and passes over the rest; so the whole must be there first. */
    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()
                .close();
        XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        int listed = workbook.getCTWorkbook().getSheets().sizeOfSheetArray();
        if (listed != workbook.getNumberOfSheets()) {
            workbook.close();
            throw new IOException("it lists " + listed + " sheets and has " + workbook.getNumberOfSheets());
        }
        return workbook;
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static Sheet read(String file, XSSFSheet sheet, Consumer<Finding> findings) {
        List<Row> rows = new ArrayList<>();
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            CellAddress first = CellAddress.of(file, sheet.getSheetName(), range.getFirstRow(), range.getFirstColumn());
            findings.accept(Finding.at(first, new MergedCells(range.formatAsString())));
        }
        Set<Integer> hiddenColumns = new TreeSet<>();
        for (int number = 0; number <= sheet.getLastRowNum(); number++) {
            SortedMap<Integer, Cell> cells = new TreeMap<>();
            XSSFRow row = sheet.getRow(number);
            if (row != null) {
                for (org.apache.poi.ss.usermodel.Cell each : row) {
                    XSSFCell cell = (XSSFCell) each;
                    CellAddress address = CellAddress.of(file, sheet.getSheetName(), number, cell.getColumnIndex());
                    String text = text(cell, address, findings);
                    if (text != null && !text.isEmpty()) {
                        cells.put(cell.getColumnIndex(), new Cell(address, text));
                        if (sheet.isColumnHidden(cell.getColumnIndex()) && hiddenColumns.add(cell.getColumnIndex())) {
                            findings.accept(Finding.at(address, new HiddenCells("column")));
                        }
                    }
                }
                if (row.getZeroHeight() && !cells.isEmpty()) {
                    findings.accept(Finding.at(
                            CellAddress.of(file, sheet.getSheetName(), number, cells.firstKey()),
                            new HiddenCells("row")));
                }
            }
            rows.add(new Row(file, sheet.getSheetName(), number, cells));
        }
        while (!rows.isEmpty() && rows.get(rows.size() - 1).blank()) {
            rows.remove(rows.size() - 1);
        }
        return new Sheet(file, sheet.getSheetName(), rows);
    }

    private static @Nullable String text(XSSFCell cell, CellAddress address, Consumer<Finding> findings) {
        CellType type = cell.getCellType();
        return switch (type) {
            case BLANK -> null;
            case STRING -> strip(cell.getStringCellValue());
            case BOOLEAN -> cell.getBooleanCellValue() ? "yes" : "no";
            case NUMERIC -> isDate(cell) ? date(cell, address, findings) : number(cell.getRawValue());
            case FORMULA -> unreadable(address, "it holds a formula, whose result may be stale", findings);
            case ERROR -> unreadable(address, "it holds the error " + cell.getErrorCellString(), findings);
            default -> unreadable(address, "its kind is unknown", findings);
        };
    }

    /** Words in a date's format ("г.") are no part of what it is. */
    private static boolean isDate(XSSFCell cell) {
        String format = cell.getCellStyle().getDataFormatString();
        return format != null
                && DateUtil.isValidExcelDate(cell.getNumericCellValue())
                && DateUtil.isADateFormat(cell.getCellStyle().getDataFormat(), format.replaceAll("\"[^\"]*\"", ""));
    }

    /** Spaces that do not break, or have no width, are as invisible at an end as plain ones. */
    private static String strip(String text) {
        return text.replaceAll("[\u00a0\u2007\u202f]", " ").replaceAll("^[\\s\u200b\ufeff]+|[\\s\u200b\ufeff]+$", "");
    }

    private static String number(@Nullable String raw) {
        return raw == null
                ? ""
                : new BigDecimal(Double.toString(Double.parseDouble(raw)))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static @Nullable String date(XSSFCell cell, CellAddress address, Consumer<Finding> findings) {
        LocalDateTime moment = cell.getLocalDateTimeCellValue();
        if (moment == null || !moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return unreadable(address, "it holds a time of day, where only a whole day has a meaning", findings);
        }
        return moment.toLocalDate().toString();
    }

    private static @Nullable String unreadable(CellAddress address, String reason, Consumer<Finding> findings) {
        findings.accept(Finding.at(address, new UnreadableCell(reason)));
        return null;
    }
}
