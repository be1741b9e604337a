package kz.sheshim.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long case files are kept.
 *
 * @param rules by the outcome; the case files of other outcomes are kept until somebody orders their erasure
 */
public record Retention(Map<String, Rule> rules) {
    public static final Retention NONE = new Retention(Map.of());

    public Retention {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /** What a time is counted in, by its name in the sheet. */
    public enum Unit {
        DAYS(ChronoUnit.DAYS),
        MONTHS(ChronoUnit.MONTHS),
        YEARS(ChronoUnit.YEARS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }

        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How long the case files of one outcome are kept.
     *
     * @param length 1 or more
     * @param act the act that says so
     * @param place where the act says so; may be empty
     */
    public record Rule(int length, Unit unit, String act, String place) {

        /** The last day on which a case file is kept that was decided on this day. In a shorter month its last day. */
        public LocalDate lastDay(LocalDate decided) {
            return decided.plus(length, unit.unit);
        }
    }

    /** The rule for case files with this outcome. */
    public Optional<Rule> of(String outcome) {
        return Optional.ofNullable(rules.get(outcome));
    }
}
