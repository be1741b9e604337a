package kz.sheshim.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A length of time whose last day is the one by which something is due. The day on which it begins does not count.
 *
 * @param onDayOff which day counts when the last one is a day off; null for a term in working days, which ends on none
 */
public record Term(int length, Unit unit, @Nullable OnDayOff onDayOff) {

    /** What a term is counted in, by its name in bindings. */
    public enum Unit {
        WORKING_DAYS("working days"),
        CALENDAR_DAYS("calendar days"),
        /** The last day has the number of the day on which the term begins, or is the last of a shorter month. */
        MONTHS("months");

        private final String written;

        Unit(String written) {
            this.written = written;
        }

        public String written() {
            return written;
        }
    }

    /** The day that counts in the place of a day off. */
    public enum OnDayOff {
        SAME_DAY("same day"),
        NEXT_WORKING_DAY("next working day"),
        PREVIOUS_WORKING_DAY("previous working day");

        private final String written;

        OnDayOff(String written) {
            this.written = written;
        }

        public String written() {
            return written;
        }

        public static Optional<OnDayOff> of(String written) {
            return Arrays.stream(values())
                    .filter(each -> each.written.equals(written))
                    .findFirst();
        }

        public static List<String> all() {
            return Arrays.stream(values()).map(OnDayOff::written).toList();
        }
    }

    public Term {
        if (length < 0 || (onDayOff == null) != (unit == Unit.WORKING_DAYS)) {
            throw new IllegalArgumentException("not a term: " + length + " " + unit + ", " + onDayOff);
        }
    }

    public static Term ofWorkingDays(int length) {
        return new Term(length, Unit.WORKING_DAYS, null);
    }

    /** The length if the term is counted in this unit. */
    public @Nullable Integer in(Unit counted) {
        return unit == counted ? length : null;
    }

    public Phrase phrase() {
        Phrase lasts =
                switch (unit) {
                    case WORKING_DAYS ->
                        length == 1 ? Phrase.of("1 working day") : Phrase.of("{0} working days", length);
                    case CALENDAR_DAYS ->
                        length == 1 ? Phrase.of("1 calendar day") : Phrase.of("{0} calendar days", length);
                    case MONTHS -> length == 1 ? Phrase.of("1 month") : Phrase.of("{0} months", length);
                };
        if (onDayOff == null) {
            return lasts;
        }
        return switch (onDayOff) {
            case SAME_DAY -> Phrase.of("{0}, on a day off the same day", lasts);
            case NEXT_WORKING_DAY -> Phrase.of("{0}, on a day off the next working day", lasts);
            case PREVIOUS_WORKING_DAY -> Phrase.of("{0}, on a day off the previous working day", lasts);
        };
    }

    @Override
    public String toString() {
        return phrase().toString();
    }
}
