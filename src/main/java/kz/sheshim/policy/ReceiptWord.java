package kz.sheshim.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A word that receipts need beside the texts of their forms. */
public enum ReceiptWord {
    YES("yes"),
    NO("no"),
    /** In place of a fact that was not submitted. */
    NOT_SAID("not said"),
    NUMBER("number"),
    REMEDY("remedy"),
    CITATION("citation"),
    VERIFIED("verified"),
    TO_VERIFY("to verify"),
    REFERENCE("reference"),
    DECISION("decision"),
    REVISION("revision"),
    PAGE("page");

    private final String written;

    ReceiptWord(String written) {
        this.written = written;
    }

    /** As it is written in a cell. */
    public String written() {
        return written;
    }

    /** What stands in braces in its text. */
    public List<String> placeholders() {
        return this == PAGE ? List.of("{page}", "{pages}") : List.of();
    }

    public static List<String> all() {
        return Arrays.stream(values()).map(ReceiptWord::written).toList();
    }

    public static Optional<ReceiptWord> of(String written) {
        return Arrays.stream(values())
                .filter(word -> word.written.equals(written))
                .findFirst();
    }
}
