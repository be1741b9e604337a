package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.finding.name.MalformedDerivation;
import kz.sheshim.finding.name.UnknownField;
import kz.sheshim.finding.name.UnknownName;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Expression;
import kz.sheshim.vocabulary.Expression.Calculated;
import kz.sheshim.vocabulary.Expression.Compared;
import kz.sheshim.vocabulary.Expression.Over;
import kz.sheshim.vocabulary.Expression.PartOf;
import kz.sheshim.vocabulary.Expression.Unit;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression:
 *
 * <pre>
 * expression = "if" expression "then" expression "else" expression | either
 * either     = both { "or" both }
 * both       = claim { "and" claim }
 * claim      = "not" claim | sum [ ( "=" | "!=" | "&lt;" | "&lt;=" | ">" | ">=" ) sum | "in" "(" values ")" | "includes" sum | "is" … ]
 * sum        = product { ( "+" | "-" ) product [ unit ] }
 * product    = value { ( "*" | "/" ) value }
 * value      = literal | field | "(" expression ")" | part "of" value | unit "from" sum "to" sum | over
 * over       = ( "count of" [ "different" ] | "sum of" | "min of" | "max of" | "any of" | "all of" ) name [ ":" expression ]
 * </pre>
 */
final class ExpressionReader {
    private static final FieldType NUMBER = new FieldType.Decimal();
    private static final FieldType WHOLE = new FieldType.Whole();
    private static final FieldType YES_NO = new FieldType.YesNo();
    private static final FieldType DATE = new FieldType.Date();

    /** The words that tell something of the instances of an entity. */
    private static final List<String> OVER = List.of("count", "sum", "min", "max", "any", "all");

    /** What is wrong with an expression. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Defect defect;

        Wrong(Defect defect) {
            super(defect.wrong().toString());
            this.defect = defect;
        }

        Defect defect() {
            return defect;
        }
    }

    /**
     * A part of the expression.
     *
     * @param type null for a word that is a value of whatever it is compared with
     * @param text the part as it is written
     */
    private record Typed(Expression expression, @Nullable FieldType type, String text) {}

    private final String whole;
    private final ExpressionTokens tokens;
    private final Map<String, Entity> entities;
    private final Map<String, Field> fields;
    private final boolean zoned;
    /** The entity that occurs many times of whose instances one is looked at. */
    private @Nullable String instance;

    /**
     * @param of the field that is derived
     * @param zoned the calendar has a time zone
     */
    ExpressionReader(String text, Field of, Map<String, Entity> entities, Map<String, Field> fields, boolean zoned) {
        this.whole = text;
        this.tokens = new ExpressionTokens(text);
        this.entities = entities;
        this.fields = fields;
        this.zoned = zoned;
        this.instance = many(of.path().entity()) ? of.path().entity() : null;
    }

    /** The expression, of the type of the field. */
    Expression read(FieldType wanted) throws Wrong {
        Typed read = expression(wanted);
        if (!tokens.end()) {
            throw wrong(Phrase.of("it cannot be read from {0} on", Wording.quote(tokens.rest())));
        }
        return of(wanted, read).expression();
    }

    private Typed expression() throws Wrong {
        return expression(null);
    }

    /** @param wanted the type of its values, where they do not tell it themselves */
    private Typed expression(@Nullable FieldType wanted) throws Wrong {
        if (!tokens.takes("if")) {
            return either();
        }
        Typed condition = of(YES_NO, expression());
        must("then");
        Typed then = expression(wanted);
        must("else");
        Typed otherwise = expression(wanted);
        FieldType type =
                wanted != null && then.type() == null && otherwise.type() == null ? wanted : common(then, otherwise);
        return typed(
                new Expression.Choice(
                        condition.expression(),
                        of(type, then).expression(),
                        of(type, otherwise).expression()),
                type);
    }

    private Typed either() throws Wrong {
        Typed first = both();
        List<Expression> parts = new ArrayList<>(List.of(first.expression()));
        while (tokens.takes("or")) {
            of(YES_NO, first);
            parts.add(of(YES_NO, both()).expression());
        }
        return parts.size() == 1 ? first : typed(new Expression.Or(parts), YES_NO);
    }

    private Typed both() throws Wrong {
        Typed first = claim();
        List<Expression> parts = new ArrayList<>(List.of(first.expression()));
        while (tokens.takes("and")) {
            of(YES_NO, first);
            parts.add(of(YES_NO, claim()).expression());
        }
        return parts.size() == 1 ? first : typed(new Expression.And(parts), YES_NO);
    }

    private Typed claim() throws Wrong {
        if (tokens.takes("not")) {
            return typed(new Expression.Not(of(YES_NO, claim()).expression()), YES_NO);
        }
        Typed left = sum();
        for (Compared.Operator operator : Compared.Operator.values()) {
            if (tokens.takes(operator.sign())) {
                return compared(left, operator, sum());
            }
        }
        if (tokens.takes("in")) {
            return typed(oneOf(left), YES_NO);
        }
        if (tokens.takes("includes")) {
            return typed(includes(left), YES_NO);
        }
        return tokens.takes("is") ? is(left) : left;
    }

    private Typed is(Typed of) throws Wrong {
        boolean not = tokens.takes("not");
        Expression claim;
        if (tokens.takes("a", "working", "day")) {
            claim = new Expression.Works(of(DATE, of).expression());
        } else if (tokens.takes("present")) {
            claim = new Expression.Present(fact(of));
        } else if (tokens.takes("missing")) {
            claim = new Expression.Present(fact(of));
            not = !not;
        } else {
            throw wrong(
                    Phrase.of(
                            "\"is\" must be followed by present, missing or a working day, each also with not; to compare, write = "));
        }
        return typed(not ? new Expression.Not(claim) : claim, YES_NO);
    }

    private Expression fact(Typed of) throws Wrong {
        if (of.type() == null) {
            throw wrong(Phrase.of("only a field is present or missing, and {0} is not one", Wording.quote(of.text())));
        }
        return of.expression();
    }

    private Typed compared(Typed left, Compared.Operator operator, Typed right) throws Wrong {
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

    private Expression oneOf(Typed of) throws Wrong {
        FieldType type = of.type();
        must("(");
        Set<Object> values = new LinkedHashSet<>();
        do {
            Typed value = value();
            if (type == null || !(of(type, value).expression() instanceof Expression.Value known)) {
                throw wrong(
                        Phrase.of(
                                "write the field, then \"in\", then the values in brackets, as in part.field in (first, second)"));
            }
            values.add(known.value());
        } while (tokens.takes(","));
        must(")");
        return new Expression.OneOf(of.expression(), values);
    }

    private Expression includes(Typed list) throws Wrong {
        if (!(list.type() instanceof FieldType.Codes codes)) {
            throw wrong(Phrase.of("only a field of the type list of LIST includes values"));
        }
        return new Expression.Includes(
                list.expression(), of(new FieldType.Code(codes.codes()), sum()).expression());
    }

    private Typed sum() throws Wrong {
        Typed left = product();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            boolean back = tokens.take().equals("-");
            Typed right = product();
            Unit unit = unit();
            if (unit != null) {
                left = typed(
                        new Expression.Shifted(
                                of(DATE, left).expression(),
                                back,
                                of(WHOLE, right).expression(),
                                unit),
                        DATE);
            } else {
                left = calculated(left, back ? Calculated.Sign.MINUS : Calculated.Sign.PLUS, right);
            }
        }
        return left;
    }

    private Typed product() throws Wrong {
        Typed left = value();
        while (tokens.peek().equals("*") || tokens.peek().equals("/")) {
            Calculated.Sign sign = tokens.take().equals("*") ? Calculated.Sign.TIMES : Calculated.Sign.DIVIDED;
            left = calculated(left, sign, value());
        }
        return left;
    }

    private Typed calculated(Typed left, Calculated.Sign sign, Typed right) throws Wrong {
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

    private @Nullable Unit unit() {
        for (Unit unit : Unit.values()) {
            String plural = unit.written();
            String singular = plural.substring(0, plural.length() - 1);
            if (tokens.takes(plural.split(" ")) || tokens.takes(singular.split(" "))) {
                return unit;
            }
        }
        return null;
    }

    private Typed value() throws Wrong {
        if (tokens.takes("(")) {
            Typed inner = expression();
            must(")");
            return inner;
        }
        if (tokens.peek(1).equals("of")) {
            return partOrOver();
        }
        if (OVER.contains(tokens.peek())) {
            throw wrong(Phrase.of("after {0} comes of, as in {0} of entity.field", tokens.peek()));
        }
        Unit unit = tokens.peek(1).equals("from") || tokens.peek(2).equals("from") ? unit() : null;
        if (unit != null) {
            must("from");
            Typed from = of(DATE, sum());
            must("to");
            return typed(
                    new Expression.Distance(
                            unit, from.expression(), of(DATE, sum()).expression()),
                    WHOLE);
        }
        boolean negative = tokens.peek().equals("-") && tokens.peek(1).matches("[0-9.]+");
        String token = (negative ? tokens.take() : "") + tokens.take();
        if (token.matches("[a-zA-Z][A-Za-z0-9]*\\.[A-Za-z0-9]+")) {
            Field field = field(token);
            reaches(field.path());
            return new Typed(new Expression.FactOf(field.path()), field.type(), token);
        }
        if (!token.matches("\"[^\"]*\"|-?[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*")) {
            throw wrong(
                    token.isEmpty()
                            ? Phrase.of("a field or a value is missing at its end")
                            : Phrase.of("a field or a value must stand in the place of {0}", Wording.quote(token)));
        }
        return new Typed(new Expression.Value(token), null, token);
    }

    private Typed partOrOver() throws Wrong {
        String word = tokens.take();
        tokens.take();
        for (PartOf.Part part : PartOf.Part.values()) {
            if (part.written().equals(word)) {
                FieldType type = part.ofMoment() ? new FieldType.DateTime() : DATE;
                if (part.ofMoment() && !zoned) {
                    throw wrong(Phrase.of(
                            "which {0} a moment has depends on the place; write the setting Time zone (as Asia/Almaty) in the sheet Calendar",
                            word));
                }
                return typed(new PartOf(part, of(type, value()).expression()), part == PartOf.Part.DATE ? DATE : WHOLE);
            }
        }
        boolean different = word.equals("count") && tokens.takes("different");
        String kind = word + " of" + (different ? " different" : "");
        for (Over.Kind each : Over.Kind.values()) {
            if (each.written().equals(kind)) {
                return over(each);
            }
        }
        List<String> words = Stream.concat(Arrays.stream(PartOf.Part.values()).map(PartOf.Part::written), OVER.stream())
                .toList();
        throw wrong(Phrase.of(
                "{0} is not a word that comes before of ({1})", Wording.quote(word), String.join(", ", words)));
    }

    private Typed over(Over.Kind kind) throws Wrong {
        boolean ofField =
                switch (kind) {
                    case SUM, LEAST, GREATEST, COUNT_DIFFERENT -> true;
                    case COUNT, ANY, ALL -> false;
                };
        String name = tokens.take();
        Field field = name.contains(".") ? field(name) : null;
        String entity = field == null ? name : field.path().entity();
        if (!many(entity)) {
            throw entities.containsKey(entity)
                    ? wrong(Phrase.of(
                            "instances can be counted only of an entity that occurs many times, and {0} occurs once",
                            entity))
                    : new Wrong(UnknownName.ofEntity(
                            entity, Nearest.to(entity, entities.keySet()).orElse(null)));
        }
        if (ofField && field == null) {
            throw wrong(Phrase.of("after {0} comes a field of {1}, as in {0} {1}.field", kind.written(), entity));
        }
        @Nullable String outer = instance;
        instance = entity;
        Typed where = null;
        if (tokens.takes(":")) {
            where = field != null && !ofField ? equal(field) : of(YES_NO, expression());
        } else if (kind == Over.Kind.ANY || kind == Over.Kind.ALL || field != null && !ofField) {
            throw wrong(Phrase.of("after {0} {1} comes : and what must hold of an instance", kind.written(), name));
        }
        instance = outer;
        FieldType type = type(kind, field);
        return typed(
                new Over(
                        kind,
                        entity,
                        ofField && field != null ? field.path() : null,
                        where == null ? null : where.expression()),
                type);
    }

    /** In the short form, the rest is the value that the field must have. */
    private Typed equal(Field field) throws Wrong {
        if (field.type().list()) {
            throw wrong(Phrase.of(
                    "a list has many values; write count of {0}: {1} includes and a value after it",
                    field.path().entity(), field.path()));
        }
        Typed value = value();
        return typed(
                new Compared(
                        new Expression.FactOf(field.path()),
                        Compared.Operator.EQUAL,
                        of(field.type(), value).expression()),
                YES_NO);
    }

    private FieldType type(Over.Kind kind, @Nullable Field field) throws Wrong {
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

    private Field field(String path) throws Wrong {
        Field field = fields.get(path);
        if (field == null) {
            throw new Wrong(
                    FieldPath.parse(path).isEmpty()
                            ? NameForm.path(path)
                            : new UnknownField(
                                    path, Nearest.to(path, fields.keySet()).orElse(null)));
        }
        return field;
    }

    private boolean many(String entity) {
        Entity known = entities.get(entity);
        return known != null && known.many();
    }

    private void reaches(FieldPath field) throws Wrong {
        if (many(field.entity()) && !field.entity().equals(instance)) {
            throw wrong(Phrase.of(
                    "{0} has a value for each of {1}; write what is told of them, as in any of {1}: …, or count of, sum of, max of",
                    field, field.entity()));
        }
    }

    private void must(String token) throws Wrong {
        if (!tokens.takes(token)) {
            throw wrong(
                    tokens.end()
                            ? Phrase.of("{0} is missing at its end", Wording.quote(token))
                            : Phrase.of(
                                    "{0} is missing before {1}", Wording.quote(token), Wording.quote(tokens.peek())));
        }
    }

    private Typed typed(Expression expression, FieldType type) {
        return new Typed(expression, type, expression.toString());
    }

    private FieldType common(Typed left, Typed right) throws Wrong {
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
    private Typed of(FieldType type, Typed given) throws Wrong {
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
            throw new Wrong(ConditionParser.noValue(type, text));
        }
        return new Typed(new Expression.Value(value), type, given.text());
    }

    private Wrong wrong(Phrase reason) {
        return new Wrong(new MalformedDerivation(whole, reason, null));
    }
}
