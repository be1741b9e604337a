package kz.sheshim.adapter.http;

import java.util.Map;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;

/** The legal basis of an order to erase or hold a case file. */
public final class LegalBasis {
    /** A code: the log keeps it for ever, so it cannot be a text that may name somebody. */
    public static final String CODE = "[a-z0-9][a-z0-9.\\-]{0,63}"; // browsers want the escape

    private LegalBasis() {}

    /** The basis among the members of an order. */
    static String of(Map<?, ?> order) {
        return checked(order.get("basis") instanceof String code ? code : "");
    }

    /** The code, if it is one. */
    public static String checked(String code) {
        if (code.matches(CODE)) {
            return code;
        }
        throw Problems.badParameter(
                "basis",
                Phrase.of("{0} must be the code of a legal basis: at most 64 of a-z, 0-9, \".\", \"-\".", "basis"));
    }
}
