package kz.sheshim.policy.reading;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.vocabulary.Languages;
import kz.sheshim.workbook.Address;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.FileAddress;
import kz.sheshim.workbook.Sheet;

/** The sheets of the vocabulary and the calendar by their names; one name may stand in several workbooks. */
record SheetsByName(Map<String, List<Sheet>> sheets, String folder, Languages languages, Consumer<Finding> findings) {

    /** The sheets of which no texts are read, when what is wrong with them is found elsewhere. */
    static SheetsByName silent(Map<String, List<Sheet>> sheets) {
        return new SheetsByName(sheets, "", Languages.USUAL, finding -> {});
    }

    /** The filled rows of all sheets of this name. */
    List<HeadedSheet.Line> lines(String name, String... columns) {
        return lines(name, List.of(columns));
    }

    /** The filled rows of all sheets of this name. @param texts what has a column for each language */
    List<HeadedSheet.Line> lines(String name, List<String> columns, String... texts) {
        List<String> needed = Stream.concat(
                        columns.stream(), Stream.of(texts).flatMap(text -> languages.columns(text).stream()))
                .toList();
        return sheets.getOrDefault(name, List.of()).stream()
                .flatMap(sheet -> new HeadedSheet(sheet, needed, languages, findings).lines().stream())
                .toList();
    }

    /** Where a row that is missing can be written: its cell of the column below the filled rows. */
    Address nextRow(String name, String column) {
        return sheets.getOrDefault(name, List.of()).stream()
                .findFirst()
                .<Address>map(sheet -> new CellAddress(
                        sheet.file(),
                        sheet.name(),
                        sheet.rows().size(),
                        sheet.row(0).cells().entrySet().stream()
                                .filter(cell -> cell.getValue().text().equals(column))
                                .findFirst()
                                .map(Map.Entry::getKey)
                                .orElse(0)))
                .orElse(new FileAddress(folder));
    }

    /** The filled rows of all sheets of this name, when what is wrong with their headers was found before. */
    List<HeadedSheet.Line> silentLines(String name) {
        return silent(sheets).lines(name);
    }
}
