package kz.sheshim.adapter.http.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.http.desk.DossierPart.Told;
import kz.sheshim.workbook.SheetAddress;

/** What findings say of sheets and of the cells at which they stand. */
record CellNotes(List<Told> findings) {
    static final CellNotes NONE = new CellNotes(List.of());

    /** Of the cells of a sheet, by their place on it, such as {@code A9}. */
    Map<String, String> on(SheetAddress sheet) {
        Map<String, String> notes = new HashMap<>();
        for (Told told : findings) {
            if (sheet.equals(told.sheet()) && told.cell() != null) {
                notes.merge(told.cell(), told.message().text(), (one, other) -> one + " " + other);
            }
        }
        return notes;
    }

    /** What is said of a sheet as a whole. */
    List<Told> ofWhole(SheetAddress sheet) {
        return findings.stream()
                .filter(told -> sheet.equals(told.sheet()) && told.cell() == null)
                .toList();
    }
}
