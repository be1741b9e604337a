package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.sheshim.finding.Finding;
import kz.sheshim.workbook.Sheet;

/** The sheets of the vocabulary and the calendar by their names; one name may stand in several workbooks. */
record SheetsByName(Map<String, List<Sheet>> sheets, String folder, Consumer<Finding> findings) {

    /** The filled rows of all sheets of this name. */
    List<HeadedSheet.Line> lines(String name, String... columns) {
        List<HeadedSheet.Line> lines = new ArrayList<>();
        for (Sheet sheet : sheets.getOrDefault(name, List.of())) {
            lines.addAll(new HeadedSheet(sheet, List.of(columns), findings).lines());
        }
        return lines;
    }

    /** The filled rows of all sheets of this name, when what is wrong with their headers was found before. */
    List<HeadedSheet.Line> silentLines(String name) {
        return new SheetsByName(sheets, folder, finding -> {}).lines(name);
    }
}
