package kz.sheshim.adapter.cli;

import java.util.List;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.ReceiptForms;
import kz.sheshim.policy.ReceiptPart;

/** Forms of receipts as columns of text. */
final class ReceiptFormTable {
    private ReceiptFormTable() {}

    static TextTable list(ReceiptForms receipts) {
        TextTable list = new TextTable(List.of("receipt", "outcome", "action", "rows", "place", "title"));
        for (ReceiptForm form : receipts.forms()) {
            list.add(List.of(
                    form.code(),
                    form.outcome() == null ? "any" : form.outcome(),
                    form.action() == null ? "any" : form.action(),
                    Integer.toString(form.parts().size()),
                    form.address().toString(),
                    form.title().en()));
        }
        return list;
    }

    static TextTable of(ReceiptForm form) {
        TextTable grid = new TextTable(List.of("row", "shows", "of", "text"));
        int row = 0;
        for (ReceiptPart part : form.parts()) {
            row++;
            grid.add(List.of(
                    Integer.toString(row),
                    part.shows().word(),
                    part.of(),
                    part.text().en()));
        }
        return grid;
    }
}
