package kz.sheshim.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.table.Gap;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Address;
import kz.sheshim.workbook.SheetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A finding as a dossier tells it.
 *
 * @param code of its kind; empty in dossiers of earlier versions
 * @param sheet null: it is not on a sheet, or a dossier of an earlier version does not say it
 * @param within the cell, or the row; null: it is about the whole sheet, or not on a sheet
 * @param row the cells of the row that would close a gap, by their column; null: it is no gap
 */
public record ToldFinding(
        String severity,
        String code,
        String place,
        @Nullable SheetAddress sheet,
        @Nullable String within,
        Phrase message,
        @Nullable Map<?, ?> row) {

    public boolean isError() {
        return severity.equals("error");
    }

    public static ToldFinding of(Finding finding) {
        Address address = finding.address();
        String sheet = address.sheet();
        return new ToldFinding(
                finding.defect().severity().code(),
                finding.defect().code(),
                address.toString(),
                sheet == null ? null : new SheetAddress(address.file(), sheet),
                sheet == null ? null : address.within(),
                finding.defect().phrase(),
                finding.defect() instanceof Gap gap ? gap.cells() : null);
    }

    static ToldFinding of(JsonMembers json) {
        SheetAddress sheet = json.text("sheet")
                .map(name -> new SheetAddress(json.text("file").orElse(""), name))
                .orElse(null);
        return new ToldFinding(
                json.text("severity").orElse(""),
                json.text("code").orElse(""),
                json.text("place").orElse(""),
                sheet,
                sheet == null ? null : json.text("within").orElse(null),
                Phrase.in(json.members(), "message"),
                json.object("row").<Map<?, ?>>map(JsonMembers::members).orElse(null));
    }

    static Map<String, Object> json(Finding finding) {
        ToldFinding told = of(finding);
        Address address = finding.address();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", told.severity);
        json.put("code", told.code);
        json.put("place", told.place);
        json.put("file", address.file());
        if (address.sheet() != null) {
            json.put("sheet", address.sheet());
        }
        if (address.within() != null) {
            json.put("within", address.within());
        }
        told.message.putInto(json, "message");
        if (told.row != null) {
            json.put("row", told.row);
        }
        return json;
    }
}
