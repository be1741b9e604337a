package kz.sheshim.policy.reading;

import java.util.List;
import kz.sheshim.finding.Wording;
import kz.sheshim.finding.name.MalformedDerivation;
import kz.sheshim.vocabulary.Expression;
import kz.sheshim.vocabulary.Expression.Calculated;
import kz.sheshim.vocabulary.Expression.Compared;
import kz.sheshim.vocabulary.Expression.Over;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Which parts of an expression fit together, by the types of their values. */
final class ExpressionTypes {
    static final FieldType NUMBER = new FieldType.Decimal();
    static final FieldType WHOLE = new FieldType.Whole();
    static final FieldType YES_NO = new FieldType.YesNo();
    static final FieldType DATE = new FieldType.Date();

    /**
     * A part of the expression.
     *
     * @param type null for a word that is a value of whatever it is compared with
     * @param text the part as it is written
     */
    record Typed(Expression expression, @Nullable FieldType type, String text) {}

    private final String whole;

    /** @param whole the text of the expression */
    ExpressionTypes(String whole) {
        this.whole = whole;
    }

    Expression fact(Typed of) throws WrongExpression {
        if (of.type() == null) {
            throw wrong(Phrase.of("only a field is present or missing, and {0} is not one", Wording.quote(of.text())));
        }
        return of.expression();
    }

    Typed compared(Typed left, Compared.Operator operator, Typed right) throws WrongExpression {
        FieldType type = common(left, right);
        if (type.list()) {
            throw wrong(Phrase.of("a list is not compared; write includes and a value after it"));
        }
        if (operator.ordering() && !type.ordered() && type.kind() != FieldType.Kind.DATE_TIME) {
            throw wrong(Phrase.of("only dates, moments and numbers can be compared by {0}", operator.sign()));
        }
        if (left.type() == null) {
            throw wrong(Phrase.of("the field comes before the value that it is compared with"));
        }
        return typed(
                new Compared(
                        of(type, left).expression(), operator, of(type, right).expression()),
                YES_NO);
    }

    /** The type of the values of a list. */
    FieldType element(Typed list) throws WrongExpression {
        if (!(list.type() instanceof FieldType.Codes codes)) {
            throw wrong(Phrase.of("only a field of the type list of LIST includes values"));
        }
        return new FieldType.Code(codes.codes());
    }

    Typed calculated(Typed left, Calculated.Sign sign, Typed right) throws WrongExpression {
        for (Typed each : List.of(left, right)) {
            if (DATE.equals(each.type())) {
                throw wrong(
                        Phrase.of(
                                "to a day a length of time is added, as in + 6 months; the days between two are written days from … to …"));
            }
        }
        boolean wholes = whole(left) && whole(right) && sign != Calculated.Sign.DIVIDED;
        return typed(
                new Calculated(
                        of(NUMBER, left).expression(), sign, of(NUMBER, right).expression()),
                wholes ? WHOLE : NUMBER);
    }

    private static boolean whole(Typed typed) {
        return typed.type() == null
                ? WHOLE.parse(typed.text()).isPresent()
                : typed.type().kind() == FieldType.Kind.WHOLE;
    }

    /** The type of an expression over instances, such as a sum. @param field whose values it reads; null: it reads only which instances there are */
    FieldType type(Over.Kind kind, @Nullable Field field) throws WrongExpression {
        FieldType of = field == null ? YES_NO : field.type();
        switch (kind) {
            case COUNT:
                return WHOLE;
            case COUNT_DIFFERENT:
                if (of.list()) {
                    throw wrong(Phrase.of("different values are counted of a field with one value"));
                }
                return WHOLE;
            case SUM:
                if (!of.ofNumbers()) {
                    throw wrong(Phrase.of("only integers and numbers have a sum"));
                }
                return of;
            case LEAST, GREATEST:
                if (!of.ordered()) {
                    throw wrong(Phrase.of("only dates and numbers have a least and a greatest one"));
                }
                return of;
            default:
                return YES_NO;
        }
    }

    static Typed typed(Expression expression, FieldType type) {
        return new Typed(expression, type, expression.toString());
    }

    FieldType common(Typed left, Typed right) throws WrongExpression {
        FieldType one = left.type();
        FieldType other = right.type();
        if (one == null) {
            if (other == null) {
                throw wrong(Phrase.of(
                        "at least one of {0} and {1} must be a field",
                        Wording.quote(left.text()), Wording.quote(right.text())));
            }
            return other;
        }
        if (other == null) {
            return one;
        }
        if (one.ofNumbers() && other.ofNumbers()) {
            return one.equals(other) ? one : NUMBER;
        }
        if (!one.equals(other)) {
            throw wrong(Phrase.of(
                    "{0} is a {1} and {2} a {3}, which cannot stand in one comparison or choice",
                    left.text(), one.name(), right.text(), other.name()));
        }
        return one;
    }

    /** The part as a value of this type. */
    Typed of(FieldType type, Typed given) throws WrongExpression {
        if (given.type() != null) {
            if (given.type().equals(type) || type.equals(NUMBER) && given.type().ofNumbers()) {
                return given;
            }
            throw wrong(Phrase.of(
                    "{0} is a {1}, and a {2} must stand there",
                    given.text(), given.type().name(), type.name()));
        }
        String text = given.text().startsWith("\"")
                ? given.text().substring(1, given.text().length() - 1)
                : given.text();
        Object value = type.list() ? null : type.parse(text).orElse(null);
        if (value == null) {
            throw new WrongExpression(ConditionParser.noValue(type, text));
        }
        return new Typed(new Expression.Value(value), type, given.text());
    }

    WrongExpression wrong(Phrase reason) {
        return new WrongExpression(new MalformedDerivation(whole, reason, null));
    }
}
