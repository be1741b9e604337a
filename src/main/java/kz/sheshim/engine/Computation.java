package kz.sheshim.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Calendar;
import kz.sheshim.vocabulary.Expression;
import kz.sheshim.vocabulary.Expression.Compared;
import kz.sheshim.vocabulary.Expression.Over;
import org.jspecify.annotations.Nullable;

/** An {@link Expression} with the places of the facts that it reads: known, absent, or unknown with what is missing. Numbers are BigDecimal. */
interface Computation {
    Fact YES = new Fact.Known(true);
    Fact NO = new Fact.Known(false);

    /** The most digits before the point, and the most behind it. */
    int DIGITS = 18;

    LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** @param index the instance that is looked at */
    Fact of(Facts facts, int index);

    static Computation of(Expression expression, FactLayout layout, Calendar calendar) {
        return new Compiler(layout, calendar).of(expression);
    }

    /** Makes computations of expressions. */
    record Compiler(FactLayout layout, Calendar calendar) {

        Computation of(Expression expression) {
            if (expression instanceof Expression.Value value) {
                Fact known = new Fact.Known(plain(value.value()));
                return (facts, index) -> known;
            } else if (expression instanceof Expression.FactOf fact) {
                FactSlot slot = layout.slot(fact.field());
                return (facts, index) -> plain(facts.get(slot, index));
            } else if (expression instanceof Compared compared) {
                return compared(compared);
            } else if (expression instanceof Expression.OneOf oneOf) {
                Set<Object> values = new HashSet<>();
                oneOf.values().forEach(value -> values.add(plain(value)));
                return known(oneOf.of(), value -> value != null && values.contains(value));
            } else if (expression instanceof Expression.Present present) {
                return known(present.of(), value -> value != null);
            } else if (expression instanceof Expression.Includes includes) {
                return both(includes.list(), includes.value(), (list, value) -> ((List<?>) list).contains(value));
            } else if (expression instanceof Expression.Works works) {
                return single(
                        works.day(), day -> calendar.works((LocalDate) day).orElse(null));
            } else if (expression instanceof Expression.And and) {
                return joined(and.parts(), NO, YES);
            } else if (expression instanceof Expression.Or or) {
                return joined(or.parts(), YES, NO);
            } else if (expression instanceof Expression.Not not) {
                return single(not.of(), value -> !(Boolean) value);
            } else if (expression instanceof Expression.Calculated calculated) {
                return both(
                        calculated.left(),
                        calculated.right(),
                        (left, right) -> calculated(calculated.sign(), (BigDecimal) left, (BigDecimal) right));
            } else if (expression instanceof Expression.Shifted shifted) {
                return both(
                        shifted.day(),
                        shifted.number(),
                        (day, number) -> shifted(shifted, (LocalDate) day, (BigDecimal) number));
            } else if (expression instanceof Expression.Distance distance) {
                return both(
                        distance.from(),
                        distance.to(),
                        (from, to) -> distance(distance.unit(), (LocalDate) from, (LocalDate) to));
            } else if (expression instanceof Expression.PartOf partOf) {
                return single(partOf.of(), value -> partOf(partOf.part(), value));
            } else if (expression instanceof Expression.Choice choice) {
                return choice(choice);
            }
            return over((Over) expression);
        }

        private Computation compared(Compared compared) {
            Compared.Operator operator = compared.operator();
            if (compared.right() instanceof Expression.Value written) {
                Object right = plain(written.value());
                boolean unequal = operator == Compared.Operator.NOT_EQUAL;
                return known(compared.left(), left -> left == null ? unequal : operator.holds(order(left, right)));
            }
            return both(compared.left(), compared.right(), (left, right) -> operator.holds(order(left, right)));
        }

        /** Whether something is so, also of an absent fact. */
        private Computation known(Expression of, Function<@Nullable Object, Boolean> test) {
            Computation value = of(of);
            return (facts, index) -> {
                Fact fact = value.of(facts, index);
                return fact.unknown()
                        ? fact
                        : yesNo(test.apply(fact instanceof Fact.Known known ? known.value() : null));
            };
        }

        /** What follows from a value; absent without one. */
        private Computation single(Expression of, Function<Object, @Nullable Object> result) {
            Computation value = of(of);
            return (facts, index) -> {
                Fact fact = value.of(facts, index);
                return fact instanceof Fact.Known known ? fact(result.apply(known.value())) : fact;
            };
        }

        private interface OfTwo {
            @Nullable
            Object apply(Object left, Object right);
        }

        /** What follows from two values; absent without one of them. */
        private Computation both(Expression one, Expression other, OfTwo result) {
            Computation left = of(one);
            Computation right = of(other);
            return (facts, index) -> {
                Fact first = left.of(facts, index);
                Fact second = right.of(facts, index);
                if (first.unknown() || second.unknown()) {
                    return unknown(first, second);
                }
                return first instanceof Fact.Known known && second instanceof Fact.Known with
                        ? fact(result.apply(known.value(), with.value()))
                        : Fact.ABSENT;
            };
        }

        /** @param decides what one of the parts decides for all of them */
        private Computation joined(List<Expression> parts, Fact decides, Fact otherwise) {
            List<Computation> each = parts.stream().map(this::of).toList();
            return (facts, index) -> {
                Fact result = otherwise;
                for (Computation part : each) {
                    Fact fact = part.of(facts, index);
                    if (fact.equals(decides)) {
                        return decides;
                    }
                    if (fact.unknown() || result.unknown()) {
                        result = unknown(fact, result);
                    } else if (!(fact instanceof Fact.Known)) {
                        result = Fact.ABSENT;
                    }
                }
                return result;
            };
        }

        private Computation choice(Expression.Choice choice) {
            Computation condition = of(choice.condition());
            Computation then = of(choice.then());
            Computation otherwise = of(choice.otherwise());
            return (facts, index) -> {
                Fact answer = condition.of(facts, index);
                return answer.unknown() ? answer : (answer.equals(YES) ? then : otherwise).of(facts, index);
            };
        }

        private Computation over(Over over) {
            int entity = layout.number(over.entity());
            Computation where = over.where() == null ? (facts, index) -> YES : of(over.where());
            if (over.kind() == Over.Kind.ANY || over.kind() == Over.Kind.ALL) {
                Fact decides = over.kind() == Over.Kind.ANY ? YES : NO;
                return (facts, index) -> {
                    Fact result = decides.equals(YES) ? NO : YES;
                    for (int each = 0; each < facts.instances(entity); each++) {
                        Fact fact = where.of(facts, each);
                        Fact answer = fact instanceof Fact.Absent ? NO : fact;
                        if (answer.equals(decides)) {
                            return decides;
                        }
                        result = answer.unknown() || result.unknown() ? unknown(answer, result) : result;
                    }
                    return result;
                };
            }
            Computation value = over.field() == null ? (facts, index) -> YES : of(new Expression.FactOf(over.field()));
            return (facts, index) -> {
                Tally tally = new Tally(over.kind());
                for (int each = 0; each < facts.instances(entity); each++) {
                    Fact counts = where.of(facts, each);
                    if (counts.unknown()) {
                        tally.misses(counts);
                    } else if (counts.equals(YES)) {
                        tally.add(value.of(facts, each));
                    }
                }
                return tally.result();
            };
        }

        private @Nullable Object shifted(Expression.Shifted shifted, LocalDate day, BigDecimal number) {
            long distance = shifted.back() ? -number.longValueExact() : number.longValueExact();
            if (Math.abs(distance) > ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY)) {
                return null;
            }
            LocalDate other =
                    switch (shifted.unit()) {
                        case DAYS -> day.plusDays(distance);
                        case MONTHS -> day.plusMonths(distance);
                        case YEARS -> day.plusYears(distance);
                        case WORKING_DAYS ->
                            calendar.workingDay(day, (int) distance).orElse(null);
                    };
            return other == null || other.isBefore(FIRST_DAY) || other.isAfter(LAST_DAY) ? null : other;
        }

        private @Nullable Object distance(Expression.Unit unit, LocalDate from, LocalDate to) {
            return switch (unit) {
                case DAYS -> BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
                case MONTHS -> BigDecimal.valueOf(ChronoUnit.MONTHS.between(from, to));
                case YEARS -> BigDecimal.valueOf(ChronoUnit.YEARS.between(from, to));
                case WORKING_DAYS ->
                    calendar.workingDays(from, to).map(BigDecimal::valueOf).orElse(null);
            };
        }

        private Object partOf(Expression.PartOf.Part part, Object of) {
            ZonedDateTime moment = of instanceof OffsetDateTime offset
                    ? offset.atZoneSameInstant(calendar.zone().orElse(ZoneId.of("UTC")))
                    : ((LocalDate) of).atStartOfDay(ZoneId.of("UTC"));
            return switch (part) {
                case DATE -> moment.toLocalDate();
                case HOUR -> BigDecimal.valueOf(moment.getHour());
                case MINUTE -> BigDecimal.valueOf(moment.getMinute());
                case YEAR -> BigDecimal.valueOf(moment.getYear());
                case MONTH -> BigDecimal.valueOf(moment.getMonthValue());
                case DAY -> BigDecimal.valueOf(moment.getDayOfMonth());
                case WEEKDAY -> BigDecimal.valueOf(moment.getDayOfWeek().getValue());
            };
        }
    }

    /** What was seen of the instances of an entity. */
    final class Tally {
        private final Over.Kind kind;
        private final Set<Object> different = new HashSet<>();
        private long count;
        private @Nullable Object value;
        private @Nullable Fact missing;

        Tally(Over.Kind kind) {
            this.kind = kind;
        }

        void misses(Fact unknown) {
            missing = missing == null ? unknown : unknown(missing, unknown);
        }

        void add(Fact fact) {
            if (fact.unknown()) {
                misses(fact);
            } else if (fact instanceof Fact.Known known) {
                count++;
                different.add(known.value());
                value = value == null ? known.value() : combined(value, known.value());
            }
        }

        private Object combined(Object one, Object other) {
            BinaryOperator<Object> least = (a, b) -> order(a, b) <= 0 ? a : b;
            return switch (kind) {
                case SUM -> ((BigDecimal) one).add((BigDecimal) other);
                case LEAST -> least.apply(one, other);
                case GREATEST -> order(one, other) >= 0 ? one : other;
                default -> one;
            };
        }

        Fact result() {
            if (missing != null) {
                return missing;
            }
            return switch (kind) {
                case COUNT -> fact(BigDecimal.valueOf(count));
                case COUNT_DIFFERENT -> fact(BigDecimal.valueOf(different.size()));
                case SUM -> fact(value == null ? BigDecimal.ZERO : bounded((BigDecimal) value));
                default -> fact(value);
            };
        }
    }

    private static @Nullable Object calculated(Expression.Calculated.Sign sign, BigDecimal left, BigDecimal right) {
        return switch (sign) {
            case PLUS -> bounded(left.add(right));
            case MINUS -> bounded(left.subtract(right));
            case TIMES -> bounded(left.multiply(right));
            case DIVIDED -> right.signum() == 0 ? null : bounded(left.divide(right, DIGITS, RoundingMode.HALF_UP));
        };
    }

    private static @Nullable BigDecimal bounded(BigDecimal number) {
        BigDecimal rounded = number.scale() > DIGITS ? number.setScale(DIGITS, RoundingMode.HALF_UP) : number;
        return (long) rounded.precision() - rounded.scale() > DIGITS ? null : rounded.stripTrailingZeros();
    }

    private static Fact yesNo(boolean yes) {
        return yes ? YES : NO;
    }

    private static Fact fact(@Nullable Object value) {
        if (value == null) {
            return Fact.ABSENT;
        }
        return value instanceof Boolean yes ? yesNo(yes) : new Fact.Known(value);
    }

    private static Object plain(Object value) {
        return value instanceof Long number ? BigDecimal.valueOf(number).stripTrailingZeros() : value;
    }

    private static Fact plain(Fact fact) {
        return fact instanceof Fact.Known known && known.value() instanceof Long
                ? new Fact.Known(plain(known.value()))
                : fact;
    }

    /** What is missing for one of two facts. */
    private static Fact unknown(Fact one, Fact other) {
        SortedSet<kz.sheshim.facts.FactPath> missing = new TreeSet<>();
        for (Fact fact : List.of(one, other)) {
            if (fact instanceof Fact.Unknown unknown) {
                missing.addAll(unknown.missing());
            }
        }
        return new Fact.Unknown(missing);
    }

    /** How two values stand to each other; for values without an order, whether they are equal (0). */
    @SuppressWarnings("unchecked")
    private static int order(Object one, Object other) {
        if (one instanceof OffsetDateTime moment) {
            return moment.toInstant().compareTo(((OffsetDateTime) other).toInstant());
        }
        return ((Comparable<Object>) one).compareTo(other);
    }
}
