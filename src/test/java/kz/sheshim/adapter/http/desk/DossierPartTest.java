package kz.sheshim.adapter.http.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.http.desk.Phrases.Said;
import kz.sheshim.publication.DossierContent;
import kz.sheshim.publication.ToldFinding;
import kz.sheshim.workbook.SheetAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DossierPartTest {
    private static final String SHEET = "Rates › 2026";

    private static DossierPart.Told told(Map<String, ?> finding) {
        ToldFinding told = DossierContent.of(Map.of("findings", List.of(finding)))
                .findings()
                .get(0);
        return DossierPart.Told.of(told, phrase -> new Said(phrase.toString(), true));
    }

    private static Map<String, ?> finding(String file, @Nullable String within) {
        String place = file + " › " + SHEET;
        return within == null
                ? Map.of("severity", "error", "place", place, "file", file, "sheet", SHEET, "message", "wrong")
                : Map.of(
                        "severity",
                        "error",
                        "place",
                        place + " › " + within,
                        "file",
                        file,
                        "sheet",
                        SHEET,
                        "within",
                        within,
                        "message",
                        "wrong");
    }

    /** Sheets of two workbooks may have the same name, and names may have the sign that stands between them. */
    @Test
    void findingIsOfTheSheetOfItsWorkbookAlone() {
        assertThat(told(finding("a.xlsx", "B7")))
                .returns(new SheetAddress("a.xlsx", SHEET), DossierPart.Told::sheet)
                .returns("B7", DossierPart.Told::cell);
        assertThat(told(finding("b.xlsx", null)))
                .returns(new SheetAddress("b.xlsx", SHEET), DossierPart.Told::sheet)
                .returns(null, DossierPart.Told::cell);
        assertThat(told(Map.of(
                        "severity",
                        "error",
                        "place",
                        "rules/a.drl › line 3",
                        "file",
                        "rules/a.drl",
                        "within",
                        "line 3",
                        "message",
                        "wrong")))
                .returns(null, DossierPart.Told::sheet)
                .returns(null, DossierPart.Told::cell);
    }
}
