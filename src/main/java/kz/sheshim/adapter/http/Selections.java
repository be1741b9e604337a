package kz.sheshim.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Reads which recorded applications a request is about. */
public final class Selections {
    static final List<String> MEMBERS = List.of("from", "to", "outcome", "ground", "submitter", "newest");

    /** The value of {@code newest} that selects without a limit. */
    private static final String ALL = "all";

    private static final int ROUGHLY = 1_000;

    private Selections() {}

    /**
     * @param request may have the members {@link #MEMBERS}
     * @param newest only so many of the newest; null: all
     */
    public static Selection of(Map<?, ?> request, @Nullable Integer newest) {
        LocalDate from = day("from", request.get("from"));
        LocalDate to = day("to", request.get("to"));
        if (from != null && to != null && to.isBefore(from)) {
            throw Problems.badParameter("to", Phrase.of("{0} must be a day that is not before from.", "to"));
        }
        return new Selection(
                from,
                to,
                text("outcome", request.get("outcome")),
                text("ground", request.get("ground")),
                text("submitter", request.get("submitter")),
                newest);
    }

    /**
     * Refuses a selection that is so fine that its counts could tell of single applications.
     *
     * @param usual what is selected when nobody says so, which is never refused
     */
    public static void requireRough(Selection selection, Selection usual) {
        requireLeftOut("submitter", selection.submitter());
        requireLeftOut("ground", selection.ground());
        Integer newest = selection.newest();
        if (newest != null && newest % ROUGHLY != 0 && !newest.equals(usual.newest())) {
            throw Problems.badParameter(
                    "newest",
                    Phrase.of(
                            "{0} must be a multiple of {1}, or all, for whoever may not read applications.",
                            "newest", ROUGHLY));
        }
    }

    private static void requireLeftOut(String name, @Nullable String value) {
        if (value != null) {
            throw Problems.badParameter(
                    name, Phrase.of("{0} must be left out by whoever may not read applications.", name));
        }
    }

    /** A number of applications, 1 or more. */
    public static int newest(Object value) {
        return (int) Parameters.number("newest", value.toString(), Integer.MAX_VALUE);
    }

    /**
     * A number of applications, also as a text, or {@value #ALL}.
     *
     * @param usual if the request does not say it; null: all
     */
    static @Nullable Integer newestOrAll(Map<?, ?> request, @Nullable Integer usual) {
        Object value = request.get("newest");
        if (value == null) {
            return usual;
        }
        if (!value.equals(ALL) && !value.toString().matches("[1-9][0-9]{0,8}")) {
            throw Problems.badParameter(
                    "newest", Phrase.of("{0} must be a whole number from 1 on, or {1}.", "newest", ALL));
        }
        return value.equals(ALL) ? null : Integer.valueOf(value.toString());
    }

    private static @Nullable LocalDate day(String name, @Nullable Object value) {
        return value == null ? null : Parameters.day(name, value.toString());
    }

    private static @Nullable String text(String name, @Nullable Object value) {
        if (value == null || value instanceof String text && text.codePoints().noneMatch(Character::isISOControl)) {
            return (String) value;
        }
        throw Problems.badParameter(name, Phrase.of("{0} must be a text of one line.", name));
    }
}
