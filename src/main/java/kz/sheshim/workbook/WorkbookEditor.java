package kz.sheshim.workbook;

import java.util.List;

/** Writes changes of rows into the bytes of a workbook. */
public interface WorkbookEditor {

    /**
     * The workbook with the edits done one after another: the row of an edit counts the rows that earlier edits inserted. What is read from the result is
     * what was read before, but for the cells and rows named.
     *
     * <p>MUST leave the look of all cells, drop-downs, widths, comments and everything else in the file as it is; MUST move with the rows what belongs to
     * them; MUST NOT write a formula; MUST do all edits or none.
     *
     * @param file the name of the workbook, for addresses
     * @param limits of what may be read, before and afterwards
     * @throws EditRefused if the workbook cannot be read, or something in it could not be kept right
     */
    byte[] edit(String file, byte[] workbook, List<RowEdit> edits, Limits limits) throws EditRefused;
}
