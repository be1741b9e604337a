package kz.sheshim.policy.reading;

import static kz.sheshim.policy.reading.ExpressionTypes.DATE;
import static kz.sheshim.policy.reading.ExpressionTypes.WHOLE;
import static kz.sheshim.policy.reading.ExpressionTypes.YES_NO;
import static kz.sheshim.policy.reading.ExpressionTypes.typed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.finding.Wording;
import kz.sheshim.finding.name.UnknownField;
import kz.sheshim.finding.name.UnknownName;
import kz.sheshim.policy.reading.ExpressionTypes.Typed;
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
    /** The words that tell something of the instances of an entity. */
    private static final List<String> OVER = List.of("count", "sum", "min", "max", "any", "all");

    private final ExpressionTypes types;
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
        this.types = new ExpressionTypes(text);
        this.tokens = new ExpressionTokens(text);
        this.entities = entities;
        this.fields = fields;
        this.zoned = zoned;
        this.instance = many(of.path().entity()) ? of.path().entity() : null;
    }

    /** The expression, of the type of the field. */
    Expression read(FieldType wanted) throws WrongExpression {
        Typed read = expression(wanted);
        if (!tokens.end()) {
            throw types.wrong(Phrase.of("it cannot be read from {0} on", Wording.quote(tokens.rest())));
        }
        return types.of(wanted, read).expression();
    }

    private Typed expression() throws WrongExpression {
        return expression(null);
    }

    /** @param wanted the type of its values, where they do not tell it themselves */
    private Typed expression(@Nullable FieldType wanted) throws WrongExpression {
        if (!tokens.takes("if")) {
            return either();
        }
        Typed condition = types.of(YES_NO, expression());
        must("then");
        Typed then = expression(wanted);
        must("else");
        Typed otherwise = expression(wanted);
        FieldType type = wanted != null && then.type() == null && otherwise.type() == null
                ? wanted
                : types.common(then, otherwise);
        return typed(
                new Expression.Choice(
                        condition.expression(),
                        types.of(type, then).expression(),
                        types.of(type, otherwise).expression()),
                type);
    }

    private Typed either() throws WrongExpression {
        Typed first = both();
        List<Expression> parts = new ArrayList<>(List.of(first.expression()));
        while (tokens.takes("or")) {
            types.of(YES_NO, first);
            parts.add(types.of(YES_NO, both()).expression());
        }
        return parts.size() == 1 ? first : typed(new Expression.Or(parts), YES_NO);
    }

    private Typed both() throws WrongExpression {
        Typed first = claim();
        List<Expression> parts = new ArrayList<>(List.of(first.expression()));
        while (tokens.takes("and")) {
            types.of(YES_NO, first);
            parts.add(types.of(YES_NO, claim()).expression());
        }
        return parts.size() == 1 ? first : typed(new Expression.And(parts), YES_NO);
    }

    private Typed claim() throws WrongExpression {
        if (tokens.takes("not")) {
            return typed(new Expression.Not(types.of(YES_NO, claim()).expression()), YES_NO);
        }
        Typed left = sum();
        for (Compared.Operator operator : Compared.Operator.values()) {
            if (tokens.takes(operator.sign())) {
                return types.compared(left, operator, sum());
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

    private Typed is(Typed of) throws WrongExpression {
        boolean not = tokens.takes("not");
        Expression claim;
        if (tokens.takes("a", "working", "day")) {
            claim = new Expression.Works(types.of(DATE, of).expression());
        } else if (tokens.takes("present")) {
            claim = new Expression.Present(types.fact(of));
        } else if (tokens.takes("missing")) {
            claim = new Expression.Present(types.fact(of));
            not = !not;
        } else {
            throw types.wrong(
                    Phrase.of(
                            "\"is\" must be followed by present, missing or a working day, each also with not; to compare, write = "));
        }
        return typed(not ? new Expression.Not(claim) : claim, YES_NO);
    }

    private Expression oneOf(Typed of) throws WrongExpression {
        FieldType type = of.type();
        must("(");
        Set<Object> values = new LinkedHashSet<>();
        do {
            Typed value = value();
            if (type == null || !(types.of(type, value).expression() instanceof Expression.Value known)) {
                throw types.wrong(
                        Phrase.of(
                                "write the field, then \"in\", then the values in brackets, as in part.field in (first, second)"));
            }
            values.add(known.value());
        } while (tokens.takes(","));
        must(")");
        return new Expression.OneOf(of.expression(), values);
    }

    private Expression includes(Typed list) throws WrongExpression {
        FieldType element = types.element(list);
        return new Expression.Includes(
                list.expression(), types.of(element, sum()).expression());
    }

    private Typed sum() throws WrongExpression {
        Typed left = product();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            boolean back = tokens.take().equals("-");
            Typed right = product();
            Unit unit = unit();
            if (unit != null) {
                left = typed(
                        new Expression.Shifted(
                                types.of(DATE, left).expression(),
                                back,
                                types.of(WHOLE, right).expression(),
                                unit),
                        DATE);
            } else {
                left = types.calculated(left, back ? Calculated.Sign.MINUS : Calculated.Sign.PLUS, right);
            }
        }
        return left;
    }

    private Typed product() throws WrongExpression {
        Typed left = value();
        while (tokens.peek().equals("*") || tokens.peek().equals("/")) {
            Calculated.Sign sign = tokens.take().equals("*") ? Calculated.Sign.TIMES : Calculated.Sign.DIVIDED;
            left = types.calculated(left, sign, value());
        }
        return left;
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

    private Typed value() throws WrongExpression {
        if (tokens.takes("(")) {
            Typed inner = expression();
            must(")");
            return inner;
        }
        if (tokens.peek(1).equals("of")) {
            return partOrOver();
        }
        if (OVER.contains(tokens.peek())) {
            throw types.wrong(Phrase.of("after {0} comes of, as in {0} of entity.field", tokens.peek()));
        }
        Unit unit = tokens.peek(1).equals("from") || tokens.peek(2).equals("from") ? unit() : null;
        if (unit != null) {
            must("from");
            Typed from = types.of(DATE, sum());
            must("to");
            return typed(
                    new Expression.Distance(
                            unit, from.expression(), types.of(DATE, sum()).expression()),
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
            throw types.wrong(
                    token.isEmpty()
                            ? Phrase.of("a field or a value is missing at its end")
                            : Phrase.of("a field or a value must stand in the place of {0}", Wording.quote(token)));
        }
        return new Typed(new Expression.Value(token), null, token);
    }

    private Typed partOrOver() throws WrongExpression {
        String word = tokens.take();
        tokens.take();
        for (PartOf.Part part : PartOf.Part.values()) {
            if (part.written().equals(word)) {
                FieldType type = part.ofMoment() ? new FieldType.DateTime() : DATE;
                if (part.ofMoment() && !zoned) {
                    throw types.wrong(Phrase.of(
                            "which {0} a moment has depends on the place; write the setting Time zone (as Asia/Almaty) in the sheet Calendar",
                            word));
                }
                return typed(
                        new PartOf(part, types.of(type, value()).expression()),
                        part == PartOf.Part.DATE ? DATE : WHOLE);
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
        throw types.wrong(Phrase.of(
                "{0} is not a word that comes before of ({1})", Wording.quote(word), String.join(", ", words)));
    }

    private Typed over(Over.Kind kind) throws WrongExpression {
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
                    ? types.wrong(Phrase.of(
                            "instances can be counted only of an entity that occurs many times, and {0} occurs once",
                            entity))
                    : new WrongExpression(UnknownName.ofEntity(
                            entity, Nearest.to(entity, entities.keySet()).orElse(null)));
        }
        if (ofField && field == null) {
            throw types.wrong(Phrase.of("after {0} comes a field of {1}, as in {0} {1}.field", kind.written(), entity));
        }
        @Nullable String outer = instance;
        instance = entity;
        Typed where = null;
        if (tokens.takes(":")) {
            where = field != null && !ofField ? equal(field) : types.of(YES_NO, expression());
        } else if (kind == Over.Kind.ANY || kind == Over.Kind.ALL || field != null && !ofField) {
            throw types.wrong(
                    Phrase.of("after {0} {1} comes : and what must hold of an instance", kind.written(), name));
        }
        instance = outer;
        FieldType type = types.type(kind, field);
        return typed(
                new Over(
                        kind,
                        entity,
                        ofField && field != null ? field.path() : null,
                        where == null ? null : where.expression()),
                type);
    }

    /** In the short form, the rest is the value that the field must have. */
    private Typed equal(Field field) throws WrongExpression {
        if (field.type().list()) {
            throw types.wrong(Phrase.of(
                    "a list has many values; write count of {0}: {1} includes and a value after it",
                    field.path().entity(), field.path()));
        }
        Typed value = value();
        return typed(
                new Compared(
                        new Expression.FactOf(field.path()),
                        Compared.Operator.EQUAL,
                        types.of(field.type(), value).expression()),
                YES_NO);
    }

    private Field field(String path) throws WrongExpression {
        Field field = fields.get(path);
        if (field == null) {
            throw new WrongExpression(
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

    private void reaches(FieldPath field) throws WrongExpression {
        if (many(field.entity()) && !field.entity().equals(instance)) {
            throw types.wrong(Phrase.of(
                    "{0} has a value for each of {1}; write what is told of them, as in any of {1}: …, or count of, sum of, max of",
                    field, field.entity()));
        }
    }

    private void must(String token) throws WrongExpression {
        if (!tokens.takes(token)) {
            throw types.wrong(
                    tokens.end()
                            ? Phrase.of("{0} is missing at its end", Wording.quote(token))
                            : Phrase.of(
                                    "{0} is missing before {1}", Wording.quote(token), Wording.quote(tokens.peek())));
        }
    }
}
