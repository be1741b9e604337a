package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.Conclusion.Subject.EachValueOf;
import kz.sheshim.table.Conclusion.Subject.Named;
import kz.sheshim.table.FieldCondition.Scope;
import kz.sheshim.verdict.Values;
import org.jspecify.annotations.Nullable;

/** What the ground or notice of a row is about: a code, each value of a field, or the instance that its table was read for. */
final class Subjects {
    private final @Nullable List<VerdictSubject> named;
    private final @Nullable FactSlot values;
    private final boolean ofAll;

    Subjects(Conclusion conclusion, FactLayout layout) {
        Conclusion.Subject subject = conclusion.subject().orElse(null);
        named = subject instanceof Named code ? List.of(new VerdictSubject(code.code(), FactPath.ONCE)) : null;
        values = subject instanceof EachValueOf each ? layout.slot(each.field()) : null;
        ofAll = subject instanceof EachValueOf each && each.scope() == Scope.ALL;
    }

    /**
     * The subjects that are known.
     *
     * @param index the instance that the table was read for
     * @param instance the same as a subject
     */
    List<VerdictSubject> known(Facts facts, int index, VerdictSubject instance) {
        if (values == null) {
            return named == null ? List.of(instance) : named;
        }
        List<VerdictSubject> subjects = new ArrayList<>();
        for (int i = first(index); i <= last(facts, index); i++) {
            if (facts.get(values, i) instanceof Fact.Known known) {
                if (known.value() instanceof List<?> list) {
                    list.forEach(value -> subjects.add(subject(value)));
                } else {
                    subjects.add(subject(known.value()));
                }
            }
        }
        return subjects;
    }

    private static VerdictSubject subject(Object value) {
        return new VerdictSubject(Values.json(value).toString(), FactPath.ONCE);
    }

    /** The facts that would make the others known. */
    SortedSet<FactPath> missing(Facts facts, int index) {
        if (values == null) {
            return Collections.emptySortedSet();
        }
        SortedSet<FactPath> missing = Collections.emptySortedSet();
        for (int i = first(index); i <= last(facts, index); i++) {
            if (facts.get(values, i) instanceof Fact.Unknown unknown) {
                missing = new TreeSet<>(missing);
                missing.addAll(unknown.missing());
            }
        }
        return missing;
    }

    private int first(int index) {
        return ofAll ? 0 : index;
    }

    private int last(Facts facts, int index) {
        return ofAll && values != null ? facts.instances(values) - 1 : index;
    }
}
