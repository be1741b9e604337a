package kz.sheshim.adapter.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.bulk.RecordedApplications.Selection;
import org.jspecify.annotations.Nullable;

/** Reads which recorded applications a request is about. */
public final class Selections {

    private Selections() {}

    /**
     * @param request may have the members {@code from}, {@code to}, {@code outcome}, {@code ground} and {@code submitter}
     * @param newest only so many of the newest; null: all
     */
    public static Selection of(Map<?, ?> request, @Nullable Integer newest) {
        LocalDate from = day("from", request.get("from"));
        LocalDate to = day("to", request.get("to"));
        if (from != null && to != null && to.isBefore(from)) {
            throw Problems.badParameter("to", "a day that is not before from");
        }
        return new Selection(
                from,
                to,
                text("outcome", request.get("outcome")),
                text("ground", request.get("ground")),
                text("submitter", request.get("submitter")),
                newest);
    }

    /** A number of applications, 1 or more. */
    public static int newest(Object value) {
        return (int) Parameters.number("newest", value.toString(), Integer.MAX_VALUE);
    }

    private static @Nullable LocalDate day(String name, @Nullable Object value) {
        try {
            return value == null ? null : LocalDate.parse(value.toString());
        } catch (DateTimeException notADay) {
            throw Problems.badParameter(name, "a day, such as 2026-11-20");
        }
    }

    private static @Nullable String text(String name, @Nullable Object value) {
        if (value == null || value instanceof String text && text.codePoints().noneMatch(Character::isISOControl)) {
            return (String) value;
        }
        throw Problems.badParameter(name, "a text of one line");
    }
}
