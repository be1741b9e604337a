package kz.sheshim.verdict;

import java.util.List;
import kz.sheshim.table.Citation;
import kz.sheshim.table.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * A reason for the outcome: its code, its effect, its subject (if any), the rule that gave it and the provisions that the rule cites,
 * the main one first.
 */
public record Ground(String code, String effect, @Nullable String subject, RuleId rule, List<Citation> citations) {
    public Ground {
        citations = List.copyOf(citations);
    }

    /** A ground with one citation. */
    public Ground(String code, String effect, @Nullable String subject, RuleId rule, Citation citation) {
        this(code, effect, subject, rule, List.of(citation));
    }

    /** The code with the subject, if there is one: {@code translation-missing (documents[0])}. */
    public String name() {
        return name(code, subject);
    }

    /** The name of a ground or notice with this code and subject. */
    public static String name(String code, @Nullable String subject) {
        return subject == null ? code : code + " (" + subject + ")";
    }
}
