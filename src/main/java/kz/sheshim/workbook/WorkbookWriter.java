package kz.sheshim.workbook;

import java.util.List;

/** Writes a list as a workbook, for people who go on with it in a spreadsheet program. */
public interface WorkbookWriter {
    /** The media type of workbooks (.xlsx). */
    String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * A workbook of one sheet. MUST write every cell as text, whatever it begins with: never as a formula, not even after somebody has edited it. What is too long
     * for a cell ends with "…".
     *
     * @param sheet the name of the sheet
     * @param header the names of the columns
     * @param rows as many cells each as the header
     */
    byte[] write(String sheet, List<String> header, List<List<String>> rows);
}
