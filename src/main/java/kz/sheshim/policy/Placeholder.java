package kz.sheshim.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What of a decision may stand in braces in a form, besides the fields of the application. */
public enum Placeholder {
    REFERENCE("reference"),
    POLICY("policy"),
    FILED_ON("filedOn"),
    DUE("due"),
    WORKING_DAYS("workingDays"),
    CALENDAR_DAYS("calendarDays"),
    MONTHS("months"),
    DECISION("decision");

    private final String written;

    Placeholder(String written) {
        this.written = written;
    }

    /** As it is written between the braces. */
    public String written() {
        return written;
    }

    public static Optional<Placeholder> of(String written) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.written.equals(written))
                .findFirst();
    }

    public static List<String> all() {
        return Arrays.stream(values()).map(Placeholder::written).toList();
    }
}
