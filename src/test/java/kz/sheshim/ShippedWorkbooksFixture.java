package kz.sheshim;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Sheet;

/** The sheets of the workbooks that are as shipped, parsed once for all tests of a run. */
public final class ShippedWorkbooksFixture {
    private static final Map<PolicyFile, List<Sheet>> SHEETS = sheets();

    /** Parses other workbooks when it reads them. What it takes of the allowance is not counted for shipped ones. */
    public static final WorkbookReader READER = (file, bytes, allowance, findings) -> {
        List<Sheet> shipped = SHEETS.get(new PolicyFile("decision-tables/" + file, bytes));
        return shipped == null ? new XlsxReader().read(file, bytes, allowance, findings) : shipped;
    };

    private ShippedWorkbooksFixture() {}

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
