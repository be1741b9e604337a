package kz.sheshim.policy.reading;

import java.util.List;
import java.util.function.Consumer;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.StrayCells;
import kz.sheshim.finding.table.NoRules;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** Which rows of a sheet are a table's rules: those below its binding row, to the last one that has an id or stands without a gap. */
final class RuleRows {
    private static final int FIRST = TableHead.BINDING_ROW + 1;

    private final Sheet sheet;
    private final @Nullable Integer ruleColumn;
    private final Consumer<Finding> findings;

    RuleRows(Sheet sheet, @Nullable Integer ruleColumn, Consumer<Finding> findings) {
        this.sheet = sheet;
        this.ruleColumn = ruleColumn;
        this.findings = findings;
    }

    /** The rows, blank ones left out; a gap between them, and cells apart below them, are findings. */
    List<Row> rows() {
        int end = end();
        List<Row> rows = FilledRows.between(sheet, FIRST, end, findings);
        if (rows.isEmpty()) {
            report(sheet.row(FIRST).address(0), new NoRules());
        }
        int stray = FilledRows.from(sheet, end);
        if (stray < sheet.rows().size()) {
            int count = 0;
            for (int number = stray; number < sheet.rows().size(); number++) {
                count += sheet.row(number).blank() ? 0 : 1;
            }
            Row row = sheet.row(stray);
            report(row.address(row.cells().firstKey()), new StrayCells(FilledRows.firstText(row), count));
        }
        return rows;
    }

    /** The row behind the last rule. */
    private int end() {
        int end = FIRST;
        while (!sheet.row(end).blank()) {
            end++;
        }
        for (int number = end; number < sheet.rows().size(); number++) {
            if (ruleColumn != null && sheet.row(number).cell(ruleColumn).isPresent()) {
                end = number + 1;
                while (!sheet.row(end).blank()) {
                    end++;
                }
            }
        }
        return end;
    }

    private void report(CellAddress address, Defect defect) {
        findings.accept(Finding.at(address, defect));
    }
}
