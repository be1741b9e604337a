package kz.sheshim.receipt;

import java.util.List;
import kz.sheshim.log.DecisionId;
import kz.sheshim.vocabulary.Phrase;

/** The policy has no such receipt for the decision. */
public final class NoReceipt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;
    private final List<String> others;

    NoReceipt(DecisionId id, Phrase why, List<String> others) {
        this(Phrase.of("no receipt for the decision {0}: {1}", id, why), others);
    }

    private NoReceipt(Phrase phrase, List<String> others) {
        super(phrase.toString());
        this.phrase = phrase;
        this.others = List.copyOf(others);
    }

    /** The message, for any language. */
    public Phrase phrase() {
        return phrase;
    }

    /** The codes of the receipts that the policy has for the decision. */
    public List<String> others() {
        return others;
    }
}
