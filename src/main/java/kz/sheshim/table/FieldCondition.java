package kz.sheshim.table;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.vocabulary.FieldPath;

/** A condition on a field, as a rule has it. */
public record FieldCondition(FieldPath field, Scope scope, Condition condition) {

    /** Which facts of the field a cell reads. */
    public enum Scope {
        /** The field occurs once. */
        ONCE,
        /** The fact of the instance that the table is read for. */
        INSTANCE,
        /** The facts of all instances. */
        ALL
    }

    /** The paths of the facts that the condition reads for the instance with this index. */
    public List<FactPath> reads(Facts facts, int index) {
        return reads(field, scope, facts, index);
    }

    /** The paths of a field's facts that a cell reads for the instance with this index. */
    public static List<FactPath> reads(FieldPath field, Scope scope, Facts facts, int index) {
        return switch (scope) {
            case ONCE -> List.of(new FactPath(field, FactPath.ONCE));
            case INSTANCE -> List.of(new FactPath(field, index));
            case ALL -> facts.paths(field).toList();
        };
    }

    /** The facts at these paths. */
    public static List<Fact> at(List<FactPath> paths, Facts facts) {
        List<Fact> read = new ArrayList<>(paths.size());
        for (FactPath path : paths) {
            read.add(facts.get(path));
        }
        return read;
    }
}
