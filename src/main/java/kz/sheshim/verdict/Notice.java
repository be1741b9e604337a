package kz.sheshim.verdict;

import org.jspecify.annotations.Nullable;

/** Help for the reader of a verdict, without effect on the outcome. */
public record Notice(String code, @Nullable String subject) {

    /** The code with the subject, if there is one. */
    public String name() {
        return Ground.name(code, subject);
    }
}
