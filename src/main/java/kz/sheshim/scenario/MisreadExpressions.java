package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.vocabulary.Expression;
import kz.sheshim.vocabulary.Expression.Compared.Operator;

/** What may have been meant by an expression: the same with two operands exchanged, or with the sign or word that is taken for another one most easily. */
final class MisreadExpressions {
    private MisreadExpressions() {}

    static List<Expression> of(Expression expression) {
        List<Expression> meant = own(expression);
        List<Expression> parts = expression.parts();
        for (int place = 0; place < parts.size(); place++) {
            for (Expression part : of(parts.get(place))) {
                List<Expression> changed = new ArrayList<>(parts);
                changed.set(place, part);
                meant.add(with(expression, changed));
            }
        }
        return meant;
    }

    private static List<Expression> own(Expression expression) {
        List<Expression> meant = new ArrayList<>();
        if (expression instanceof Expression.Distance distance) {
            meant.add(new Expression.Distance(distance.unit(), distance.to(), distance.from()));
        } else if (expression instanceof Expression.Shifted shifted) {
            meant.add(new Expression.Shifted(shifted.day(), !shifted.back(), shifted.number(), shifted.unit()));
        } else if (expression instanceof Expression.Calculated calculated) {
            meant.add(new Expression.Calculated(calculated.right(), calculated.sign(), calculated.left()));
        } else if (expression instanceof Expression.And and) {
            meant.add(new Expression.Or(and.parts()));
        } else if (expression instanceof Expression.Or or) {
            meant.add(new Expression.And(or.parts()));
        } else if (expression instanceof Expression.Compared compared) {
            for (Operator operator : others(compared.operator())) {
                meant.add(new Expression.Compared(compared.left(), operator, compared.right()));
            }
        }
        return meant;
    }

    private static List<Operator> others(Operator operator) {
        return switch (operator) {
            case EQUAL -> List.of(Operator.NOT_EQUAL);
            case NOT_EQUAL -> List.of(Operator.EQUAL);
            case BELOW -> List.of(Operator.ABOVE, Operator.NOT_ABOVE);
            case NOT_ABOVE -> List.of(Operator.NOT_BELOW, Operator.BELOW);
            case ABOVE -> List.of(Operator.BELOW, Operator.NOT_BELOW);
            case NOT_BELOW -> List.of(Operator.NOT_ABOVE, Operator.ABOVE);
        };
    }

    /** @param parts as many as the expression has, and of the same types */
    private static Expression with(Expression expression, List<Expression> parts) {
        if (expression instanceof Expression.Compared compared) {
            return new Expression.Compared(parts.get(0), compared.operator(), parts.get(1));
        } else if (expression instanceof Expression.Calculated calculated) {
            return new Expression.Calculated(parts.get(0), calculated.sign(), parts.get(1));
        } else if (expression instanceof Expression.Distance distance) {
            return new Expression.Distance(distance.unit(), parts.get(0), parts.get(1));
        } else if (expression instanceof Expression.Shifted shifted) {
            return new Expression.Shifted(parts.get(0), shifted.back(), parts.get(1), shifted.unit());
        } else if (expression instanceof Expression.And) {
            return new Expression.And(parts);
        } else if (expression instanceof Expression.Or) {
            return new Expression.Or(parts);
        } else if (expression instanceof Expression.Choice) {
            return new Expression.Choice(parts.get(0), parts.get(1), parts.get(2));
        } else if (expression instanceof Expression.Over over) {
            return new Expression.Over(over.kind(), over.entity(), over.field(), parts.get(parts.size() - 1));
        } else if (expression instanceof Expression.PartOf part) {
            return new Expression.PartOf(part.part(), parts.get(0));
        } else if (expression instanceof Expression.Not) {
            return new Expression.Not(parts.get(0));
        } else if (expression instanceof Expression.OneOf oneOf) {
            return new Expression.OneOf(parts.get(0), oneOf.values());
        } else if (expression instanceof Expression.Includes) {
            return new Expression.Includes(parts.get(0), parts.get(1));
        } else if (expression instanceof Expression.Present) {
            return new Expression.Present(parts.get(0));
        } else if (expression instanceof Expression.Works) {
            return new Expression.Works(parts.get(0));
        }
        return expression;
    }
}
