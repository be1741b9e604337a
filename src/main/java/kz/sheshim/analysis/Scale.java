package kz.sheshim.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import kz.sheshim.vocabulary.FieldType;

/** The values of an ordered type, in steps: what comes right after a value, and where they begin and end. */
enum Scale {
    DAYS(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)) {
        @Override
        Comparable<?> step(Comparable<?> value, int steps) {
            return ((LocalDate) value).plusDays(steps);
        }
    },
    WHOLE(-999_999_999_999_999_999L, 999_999_999_999_999_999L) {
        @Override
        Comparable<?> step(Comparable<?> value, int steps) {
            return (Long) value + steps;
        }
    },
    /** Eighteen digits before and after the point. */
    DECIMAL(
            new BigDecimal("-999999999999999999.999999999999999999"),
            new BigDecimal("999999999999999999.999999999999999999")) {
        @Override
        Comparable<?> step(Comparable<?> value, int steps) {
            return ((BigDecimal) value).add(BigDecimal.valueOf(steps, 18)).stripTrailingZeros();
        }
    };

    private final Comparable<?> least;
    private final Comparable<?> greatest;

    Scale(Comparable<?> least, Comparable<?> greatest) {
        this.least = least;
        this.greatest = greatest;
    }

    static Scale of(FieldType type) {
        return switch (type.kind()) {
            case DATE -> DAYS;
            case WHOLE -> WHOLE;
            case DECIMAL -> DECIMAL;
            case TEXT, CODE, CODES, DATE_TIME, YES_NO ->
                throw new IllegalArgumentException("values of this type have no order: " + type.name());
        };
    }

    abstract Comparable<?> step(Comparable<?> value, int steps);

    Comparable<?> least() {
        return least;
    }

    Comparable<?> greatest() {
        return greatest;
    }

    Comparable<?> after(Comparable<?> value) {
        return step(value, 1);
    }

    Comparable<?> before(Comparable<?> value) {
        return step(value, -1);
    }

    @SuppressWarnings("unchecked")
    static int compare(Comparable<?> a, Comparable<?> b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
