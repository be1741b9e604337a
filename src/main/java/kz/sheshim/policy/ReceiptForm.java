package kz.sheshim.policy;

import java.util.Collection;
import java.util.List;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.workbook.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * The form of a receipt: which decisions call for it, who issues it, what stands in it from top to bottom.
 *
 * @param outcome only decisions with this outcome call for it; null: any
 * @param action only decisions with this action call for it; null: with or without any
 * @param address the cell of its code
 */
public record ReceiptForm(
        String code,
        @Nullable String outcome,
        @Nullable String action,
        Label issuedBy,
        Label title,
        List<ReceiptPart> parts,
        CellAddress address) {
    public ReceiptForm {
        parts = List.copyOf(parts);
    }

    /** Whether a decision with this outcome and these actions calls for it. */
    public boolean fits(String itsOutcome, Collection<String> itsActions) {
        return (outcome == null || outcome.equals(itsOutcome)) && (action == null || itsActions.contains(action));
    }
}
