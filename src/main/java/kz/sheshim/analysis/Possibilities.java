package kz.sheshim.analysis;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.sheshim.policy.Plan;
import kz.sheshim.policy.Policy;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Bounds;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.IfAbsent;
import org.jspecify.annotations.Nullable;

/** The possible values of the fields of a ruleset. Fields are taken to be independent of each other. */
final class Possibilities {
    private final Ruleset ruleset;
    private final Plan plan;
    private final Map<FieldPath, DecisionTable> givers = new HashMap<>();
    private final Map<FieldPath, Boolean> unknown = new HashMap<>();

    Possibilities(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.plan = Plan.of(ruleset);
        ruleset.tables().forEach(table -> table.givenFields().forEach(field -> givers.put(field, table)));
    }

    /** What the field can be when the table is read. */
    PossibleValues of(FieldPath path, DecisionTable table) {
        Field field = field(path);
        Policy policy = ruleset.policy();
        boolean dates = path.equals(policy.datedBy());
        return new PossibleValues(
                field,
                !dates && absent(field, table),
                !dates && unknown(path),
                values(field),
                dates ? policy.coveredFrom() : null,
                plan.phase(table) != Plan.Phase.STAGES,
                bound(field.bounds().least()),
                bound(field.bounds().greatest()));
    }

    private static @Nullable Comparable<?> bound(Bounds.@Nullable Bound bound) {
        return bound == null ? null : bound.value().orElse(null);
    }

    private Field field(FieldPath path) {
        return ruleset.vocabulary()
                .field(path)
                .orElseThrow(() -> new IllegalArgumentException("not in the vocabulary: " + path));
    }

    private boolean absent(Field field, DecisionTable table) {
        if (VerdictFields.isOne(field.path())) {
            return field.path().equals(VerdictFields.SUBJECT)
                    || field.path().equals(VerdictFields.CALENDAR_ENDS) && table.gives() == ConclusionKind.TERM;
        }
        DecisionTable giver = givers.get(field.path());
        boolean always = giver != null
                && giver.rules().stream()
                        .anyMatch(rule ->
                                rule.conditions().isEmpty() && rule.inForce().unbounded());
        return field.ifAbsent() instanceof IfAbsent.None && !always;
    }

    private boolean unknown(FieldPath path) {
        Boolean known = unknown.get(path);
        if (known == null) {
            known = findUnknown(field(path));
            unknown.put(path, known);
        }
        return known;
    }

    /** A submitted fact can be unknown by itself; a derived one can if something that it is derived from can. */
    private boolean findUnknown(Field field) {
        if (VerdictFields.isOne(field.path())) {
            return false;
        }
        if (!field.derived()) {
            return field.ifAbsent() instanceof IfAbsent.NotKnown;
        }
        DecisionTable giver = givers.get(field.path());
        return field.derivedFrom().stream().anyMatch(this::unknown)
                || giver != null && giver.reads().stream().anyMatch(this::unknown);
    }

    /** A field that a table derives has the values that its rules conclude, and the value for a case without a match. */
    private @Nullable Set<Object> values(Field field) {
        DecisionTable giver = givers.get(field.path());
        if (giver == null) {
            return null;
        }
        Set<Object> values = new LinkedHashSet<>();
        for (Rule rule : giver.rules()) {
            if (rule.conclusion() instanceof Conclusion.OfFact fact) {
                values.addAll(fact.value() instanceof List<?> list ? list : List.of(fact.value()));
            }
        }
        if (field.ifAbsent() instanceof IfAbsent.Means means) {
            values.add(means.value());
        }
        return values;
    }
}
