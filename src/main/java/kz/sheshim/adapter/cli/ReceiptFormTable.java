package kz.sheshim.adapter.cli;

import java.time.LocalDate;
import java.util.List;
import kz.sheshim.policy.ReceiptForm;
import kz.sheshim.policy.ReceiptForms;
import kz.sheshim.policy.ReceiptPart;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/** Forms of receipts as columns of text. */
final class ReceiptFormTable {
    private ReceiptFormTable() {}

    static TextTable list(ReceiptForms receipts) {
        TextTable list =
                new TextTable(List.of("receipt", "from", "until", "outcome", "action", "rows", "place", "title"));
        for (ReceiptForm form : receipts.forms()) {
            list.add(List.of(
                    form.code(),
                    text(form.inForce().from()),
                    text(form.inForce().until()),
                    form.outcome() == null ? "any" : form.outcome(),
                    form.action() == null ? "any" : form.action(),
                    Integer.toString(form.parts().size()),
                    form.address().toString(),
                    form.title().in(Language.ENGLISH)));
        }
        return list;
    }

    private static String text(@Nullable LocalDate bound) {
        return bound == null ? "" : bound.toString();
    }

    static TextTable of(ReceiptForm form) {
        TextTable grid = new TextTable(List.of("row", "from", "until", "shows", "of", "text"));
        int row = 0;
        for (ReceiptPart part : form.parts()) {
            row++;
            grid.add(List.of(
                    Integer.toString(row),
                    text(part.inForce().from()),
                    text(part.inForce().until()),
                    part.shows().word(),
                    part.of(),
                    part.text().in(Language.ENGLISH)));
        }
        return grid;
    }
}
