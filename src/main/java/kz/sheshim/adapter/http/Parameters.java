package kz.sheshim.adapter.http;

import java.time.LocalDate;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.policy.Revision;
import kz.sheshim.vocabulary.DateText;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Reads parameters of requests. */
public final class Parameters {
    private Parameters() {}

    /** Left out: false. */
    static boolean yesOrNo(String name, @Nullable String text) {
        if (text == null || text.equals("true") || text.equals("false")) {
            return "true".equals(text);
        }
        throw Problems.badParameter(name, Phrase.of("{0} must be true or false.", name));
    }

    /** The revision in a request. */
    public static Revision revision(String name, @Nullable Object value) {
        if (value instanceof String text && Revision.isRevision(text)) {
            return new Revision(text);
        }
        throw Problems.badParameter(
                name, Phrase.of("{0} must be a revision: sha256: and 64 hexadecimal digits.", name));
    }

    /** The revision whose address is asked for; what is none is not found. */
    public static Revision revisionOfPath(String text) {
        if (!Revision.isRevision(text)) {
            throw Problems.notFound(Phrase.of("There is no revision {0}.", text));
        }
        return new Revision(text);
    }

    /** A day of a form or a request. */
    public static LocalDate day(String name, String text) {
        return DateText.date(text)
                .orElseThrow(() ->
                        Problems.badParameter(name, Phrase.of("{0} must be a day, such as {1}.", name, "2026-11-20")));
    }

    public static long number(String name, String text, long max) {
        if (text.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        }
        throw Problems.badParameter(name, Phrase.of("{0} must be a whole number from 1 to {1}.", name, max));
    }
}
