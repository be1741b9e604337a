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
                meant.add(expression.with(changed));
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
}
