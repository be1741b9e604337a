package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.table.Condition;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Vocabulary;

/**
 * A decision table as Drools rules, one for each row. A rule fires for each instance that no known fact rules out, and tells {@link Matched} whether all
 * its conditions hold. The rules of a table are one ruleflow group, named by the table.
 */
final class RowRulesDrl {
    static final String GLOBAL = "matched";

    private final Vocabulary vocabulary;
    private final DecisionTable table;

    RowRulesDrl(Vocabulary vocabulary, DecisionTable table) {
        this.vocabulary = vocabulary;
        this.table = table;
    }

    String drl() {
        StringBuilder drl = new StringBuilder("package ")
                .append(DeclaredTypes.PACKAGE)
                .append("\n\nglobal ")
                .append(Matched.class.getName())
                .append(' ')
                .append(GLOBAL)
                .append("\n\n");
        for (int row = 0; row < table.rules().size(); row++) {
            drl.append(drl(row, table.rules().get(row)));
        }
        return drl.toString();
    }

    private String drl(int row, Rule rule) {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        List<String> counts = new ArrayList<>();
        List<String> open = new ArrayList<>();
        String each = table.forEach();
        if (each != null) {
            patterns.put(each, new ArrayList<>());
        }
        if (!rule.inForce().unbounded()) {
            FieldPath day = table.datedBy();
            constrain(patterns, day, Constraints.inForce(day.field(), rule.inForce()), open);
        }
        for (FieldCondition condition : rule.conditions()) {
            Field field = vocabulary.field(condition.field()).orElseThrow();
            String name = field.path().field();
            if (condition.scope() == FieldCondition.Scope.ALL) {
                count(field, condition.condition(), counts, open);
            } else {
                constrain(
                        patterns,
                        field.path(),
                        Constraints.notFalse(
                                name, condition.condition(), field.type().list()),
                        open);
            }
        }
        StringBuilder drl = new StringBuilder();
        drl.append("rule \"").append(rule.id()).append("\"\n");
        drl.append("    ruleflow-group \"").append(table.id()).append("\"\n    dialect \"java\"\nwhen\n");
        patterns.forEach((entity, constraints) -> drl.append("    ")
                .append(variable(entity))
                .append(" : ")
                .append(type(entity))
                .append("( ")
                .append(String.join(", ", constraints))
                .append(" )\n"));
        counts.forEach(count -> drl.append("    ").append(count).append('\n'));
        drl.append("then\n    ").append(GLOBAL).append(".add( ").append(row).append(", ");
        drl.append(each == null ? "-1" : variable(each) + ".getInstance_index()")
                .append(", ");
        drl.append(open.isEmpty() ? "true" : "!(" + String.join(" || ", open) + ")")
                .append(");\nend\n\n");
        return drl.toString();
    }

    private void constrain(Map<String, List<String>> patterns, FieldPath field, String constraint, List<String> open) {
        patterns.computeIfAbsent(field.entity(), entity -> new ArrayList<>()).add(constraint);
        String flag = DeclaredTypes.unknownFlag(field.field());
        String read =
                variable(field.entity()) + ".is" + Character.toUpperCase(flag.charAt(0)) + flag.substring(1) + "()";
        if (!open.contains(read)) {
            open.add(read);
        }
    }

    /** Counts the instances whose value is asked for, and those whose value is unknown. */
    private void count(Field field, Condition condition, List<String> counts, List<String> open) {
        String name = field.path().field();
        String type = type(field.path().entity());
        String flag = DeclaredTypes.unknownFlag(name);
        String hits = "$hits" + counts.size();
        String unknown = "$unknown" + counts.size();
        boolean lacks = condition instanceof Condition.Lacks;
        Condition.Includes includes =
                lacks ? new Condition.Includes(((Condition.Lacks) condition).values()) : (Condition.Includes) condition;
        String holds = Constraints.holds(name, includes, field.type().list());
        counts.add("accumulate( " + type + "( !" + flag + ", " + holds + " ); " + hits + " : count(1)"
                + (lacks ? "; " + hits + " == 0" : "") + " )");
        counts.add("accumulate( " + type + "( " + flag + " ); " + unknown + " : count(1)"
                + (lacks ? "" : "; " + unknown + " > 0 || " + hits + " > 0") + " )");
        open.add(lacks ? unknown + ".longValue() > 0" : hits + ".longValue() == 0");
    }

    private String type(String entity) {
        return vocabulary.entity(entity).map(Entity::type).orElseThrow();
    }

    private static String variable(String entity) {
        return "$" + entity;
    }
}
