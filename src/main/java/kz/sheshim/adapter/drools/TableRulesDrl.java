package kz.sheshim.adapter.drools;

import kz.sheshim.engine.Plan;

/**
 * The plan as Drools rules, one for each table: a part of the plan is a ruleflow group, the place of a table in the plan is its salience, and the rule tells {@link Examiner} that the
 * table's turn has come.
 */
final class TableRulesDrl {
    private TableRulesDrl() {}

    static String group(Plan.Part part) {
        return "part " + part.number();
    }

    static String name(Plan.Planned planned) {
        return planned.step().toString();
    }

    static String drl(Plan plan) {
        StringBuilder drl =
                new StringBuilder("package ").append(DeclaredTypes.PACKAGE).append("\n\n");
        for (Plan.Part part : plan.parts()) {
            for (Plan.Planned planned : part.steps()) {
                if (planned.step() instanceof Plan.Step.Examine) {
                    drl.append(rule(part, planned));
                }
            }
        }
        return drl.toString();
    }

    private static String rule(Plan.Part part, Plan.Planned planned) {
        return """
                rule "%s"
                    ruleflow-group "%s"
                    salience %d
                    dialect "java"
                when
                    $examiner : %s()
                then
                    $examiner.examine( %d );
                end

                """
                .formatted(name(planned), group(part), -planned.place(), Examiner.class.getName(), planned.place());
    }
}
