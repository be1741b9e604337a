package kz.sheshim.adapter.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.policy.Revision;
import kz.sheshim.vocabulary.DateText;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Reads parameters of requests. */
public final class Parameters {
    private static final int NAMED = 30;

    private Parameters() {}

    /** A text of a closed list: another one is refused, because it would be taken for none or select nothing. */
    public static String oneOf(String name, String text, Collection<String> known) {
        if (known.contains(text)) {
            return text;
        }
        throw Problems.badParameter(
                name,
                known.isEmpty()
                        ? Phrase.of("{0} must be left out: there is nothing to choose from.", name)
                        : Phrase.of("{0} must be one of these: {1}.", name, named(text, known)));
    }

    /** What a wrong text could have been. The one that was probably meant comes first. */
    static String named(String wrong, Collection<String> known) {
        List<String> named = new ArrayList<>();
        Nearest.to(wrong, known).ifPresent(named::add);
        known.stream().filter(each -> !named.contains(each)).limit(NAMED).forEach(named::add);
        return String.join(", ", named) + (named.size() < known.size() ? ", …" : "");
    }

    /** Left out: false. */
    public static boolean yesOrNo(String name, @Nullable String text) {
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
