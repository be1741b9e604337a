package kz.sheshim.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Calendar;
import kz.sheshim.vocabulary.Derivation;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import org.jspecify.annotations.Nullable;

/** A field that is derived from other fields, and where their facts are. */
final class DerivedField {
    private final FactSlot slot;
    private final List<FactSlot> sources;
    private final @Nullable Computation computation;
    /** It hangs on all instances of its sources, also when it belongs to one of them. */
    private final boolean joins;

    DerivedField(Field field, FactLayout layout, Calendar calendar) {
        slot = layout.slot(field.path());
        Derivation derivation = Objects.requireNonNull(field.derivation());
        sources = derivation.sources().stream().map(layout::slot).toList();
        computation = derivation instanceof Derivation.Computed computed
                ? Computation.of(computed.expression(), layout, calendar)
                : null;
        joins = derivation instanceof Derivation.Holds;
    }

    FactSlot slot() {
        return slot;
    }

    /** The fact of one instance, if nothing that it hangs on is unknown; else what is missing. */
    Fact fact(Facts facts, int index, @Nullable Object byRules) {
        if (computation != null) {
            Fact computed = computation.of(facts, index);
            return computed instanceof Fact.Absent ? slot.ifAbsent(index) : ofType(computed);
        }
        SortedSet<FactPath> missing = missing(facts, index);
        if (missing != null) {
            return new Fact.Unknown(missing);
        }
        return byRules == null ? slot.ifAbsent(index) : new Fact.Known(byRules);
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

    /** Computations know one type of numbers. */
    private Fact ofType(Fact computed) {
        return slot.field().type().kind() == FieldType.Kind.WHOLE && computed instanceof Fact.Known known
                ? new Fact.Known(((BigDecimal) known.value()).longValueExact())
                : computed;
    }
}
