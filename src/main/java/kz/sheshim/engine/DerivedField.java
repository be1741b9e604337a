package kz.sheshim.engine;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.vocabulary.Derivation;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** A field that is derived from other fields, and where their facts are. */
final class DerivedField {
    private final FactSlot slot;
    private final Derivation derivation;
    private final List<FactSlot> sources;
    /** It hangs on all instances of its sources, also when it belongs to one of them. */
    private final boolean joins;

    DerivedField(Field field, FactLayout layout) {
        slot = layout.slot(field.path());
        derivation = Objects.requireNonNull(field.derivation());
        sources = derivation.sources().stream().map(layout::slot).toList();
        joins = derivation instanceof Derivation.Holds;
    }

    FactSlot slot() {
        return slot;
    }

    /** The fact of one instance, if nothing that it hangs on is unknown; else what is missing. */
    Fact fact(Facts facts, int index, @Nullable Object byRules) {
        SortedSet<FactPath> missing = missing(facts, index);
        if (missing != null) {
            return new Fact.Unknown(missing);
        }
        Object value = value(facts, index, byRules);
        return value == null ? slot.ifAbsent(index) : new Fact.Known(value);
    }

    private @Nullable SortedSet<FactPath> missing(Facts facts, int index) {
        SortedSet<FactPath> missing = null;
        for (FactSlot source : sources) {
            boolean all = source.many() && (joins || !source.besides(slot));
            int instances = all ? facts.instances(source) : 1;
            for (int i = 0; i < instances; i++) {
                if (facts.get(source, all ? i : index) instanceof Fact.Unknown unknown) {
                    missing = missing == null ? new TreeSet<>() : missing;
                    missing.addAll(unknown.missing());
                }
            }
        }
        return missing;
    }

    private @Nullable Object value(Facts facts, int index, @Nullable Object byRules) {
        if (derivation instanceof Derivation.Comparison comparison) {
            return facts.get(sources.get(0), index) instanceof Fact.Known left
                            && facts.get(sources.get(1), index) instanceof Fact.Known right
                    ? comparison.operator().holds(left.value(), right.value())
                    : null;
        }
        if (derivation instanceof Derivation.Count count) {
            return (long) facts.occurrences(sources.get(0), count.value());
        }
        return byRules;
    }
}
