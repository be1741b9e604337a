package kz.sheshim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** The sheets of the workbooks that are as shipped, parsed once for all tests of a run. */
public final class ShippedWorkbooksFixture {
    private static final Map<PolicyFile, List<Sheet>> SHEETS = sheets();

    /** Parses other workbooks when it reads them. What it takes of the allowance is not counted for shipped ones. */
    public static final WorkbookReader READER = (file, bytes, allowance, findings) -> {
        List<Sheet> shipped = SHEETS.get(new PolicyFile("decision-tables/" + file, bytes));
        return shipped == null ? new XlsxReader().read(file, bytes, allowance, findings) : shipped;
    };

    private ShippedWorkbooksFixture() {}

    /** A sheet of a workbook as shipped. */
    public static Sheet sheet(String workbook, String name) {
        return SHEETS.entrySet().stream()
                .filter(each -> each.getKey().path().endsWith("/" + workbook))
                .flatMap(each -> each.getValue().stream())
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Reads the shipped workbooks as if another text, or for null nothing, stood in one cell. */
    public static WorkbookReader with(CellAddress at, @Nullable String text) {
        return (file, bytes, allowance, findings) -> READER.read(file, bytes, allowance, findings).stream()
                .map(sheet -> at.ofSheet().equals(sheet.address()) ? with(sheet, at, text) : sheet)
                .toList();
    }

    private static Sheet with(Sheet sheet, CellAddress at, @Nullable String text) {
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < Math.max(sheet.rows().size(), at.row() + 1); number++) {
            rows.add(sheet.row(number));
        }
        TreeMap<Integer, Cell> cells = new TreeMap<>(sheet.row(at.row()).cells());
        if (text == null) {
            cells.remove(at.column());
        } else {
            cells.put(at.column(), new Cell(at, text));
        }
        rows.set(at.row(), new Row(sheet.file(), sheet.name(), at.row(), cells));
        return new Sheet(sheet.file(), sheet.name(), rows);
    }

    private static Map<PolicyFile, List<Sheet>> sheets() {
        Map<PolicyFile, List<Sheet>> sheets = new HashMap<>();
        for (PolicyFile file : new FolderPolicySource(Path.of("")).files()) {
            if (file.path().endsWith(".xlsx")) {
                String name = file.path().replaceFirst(".*/", "");
                sheets.put(file, new XlsxReader().read(name, file.bytes(), Limits.USUAL.allowance(), finding -> {}));
            }
        }
        return sheets;
    }
}
