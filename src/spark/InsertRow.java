import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import kz.sheshim.adapter.xlsx.XlsxEditor;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.RowEdit;

/** Adds a row to a sheet, as an analyst would. Arguments: workbook, sheet, the row above it (from 0), the new workbook, and the texts of the cells. */
final class InsertRow {
    public static void main(String[] arguments) throws Exception {
        Path workbook = Path.of(arguments[0]);
        TreeMap<Integer, String> texts = new TreeMap<>();
        for (int i = 4; i < arguments.length; i++) {
            if (!arguments[i].isEmpty()) {
                texts.put(i - 4, arguments[i]);
            }
        }
        RowEdit row = new RowEdit.Insert(arguments[1], Integer.parseInt(arguments[2]), texts);
        byte[] edited = new XlsxEditor()
                .edit(workbook.getFileName().toString(), Files.readAllBytes(workbook), List.of(row), Limits.USUAL);
        Files.write(Path.of(arguments[3]), edited);
    }
}
