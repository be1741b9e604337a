package kz.sheshim.receipt;

import java.util.List;
import kz.sheshim.log.DecisionId;

/** The policy has no such receipt for the decision. */
public final class NoReceipt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> others;

    NoReceipt(DecisionId id, String why, List<String> others) {
        super("no receipt for the decision " + id + ": " + why);
        this.others = List.copyOf(others);
    }

    /** The codes of the receipts that the policy has for the decision. */
    public List<String> others() {
        return others;
    }
}
