package kz.sheshim.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import kz.sheshim.table.Period;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.workbook.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * The form of a receipt: which decisions call for it, who issues it, what stands in it from top to bottom.
 *
 * @param outcome only decisions with this outcome call for it; null: any
 * @param action only decisions with this action call for it; null: with or without any
 * @param inForce the days of the law on which it is the form with its code; the periods of one code do not overlap
 * @param address the cell of its code
 */
public record ReceiptForm(
        String code,
        @Nullable String outcome,
        @Nullable String action,
        Label issuedBy,
        Label title,
        Period inForce,
        List<ReceiptPart> parts,
        CellAddress address) {
    public ReceiptForm {
        parts = List.copyOf(parts);
    }

    /** Whether a decision with this outcome and these actions calls for it, by the law of this day. */
    public boolean fits(String itsOutcome, Collection<String> itsActions, LocalDate day) {
        return inForce.contains(day)
                && (outcome == null || outcome.equals(itsOutcome))
                && (action == null || itsActions.contains(action));
    }
}
