package kz.sheshim.decision;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.sheshim.facts.FactPath;
import kz.sheshim.ruleset.Catalogue;
import kz.sheshim.ruleset.Catalogue.ReachedBy;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.RuleId;

/** The grounds that hold, and those that open rules could bring; sorted by the rank of their effect, code and subject. */
final class Grounds {

    /** What makes a ground one: two rules that bring the same code with the same subject bring one ground. */
    private record Key(int rank, String code, Subject subject) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::rank).thenComparing(Key::code).thenComparing(Key::subject);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final Catalogue catalogue;
    private final TreeMap<Key, Ground> holding = new TreeMap<>();
    private final TreeMap<Key, SortedSet<FactPath>> open = new TreeMap<>();

    Grounds(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void hold(Conclusion.OfGround ground, Subject subject, RuleId rule) {
        String effect = catalogue.ground(ground.code()).effect();
        holding.merge(
                key(ground, subject),
                new Ground(ground.code(), effect, subject.text(), rule, ground.citation()),
                (a, b) -> a.rule().compareTo(b.rule()) <= 0 ? a : b);
    }

    /** An open rule could bring the ground, once these facts are known. */
    void couldHold(Conclusion.OfGround ground, Subject subject, SortedSet<FactPath> missing) {
        open.computeIfAbsent(key(ground, subject), any -> new TreeSet<>()).addAll(missing);
    }

    private Key key(Conclusion.OfGround ground, Subject subject) {
        int rank = catalogue.rank(catalogue.ground(ground.code()).effect());
        return new Key(rank, ground.code(), subject);
    }

    boolean isEmpty() {
        return holding.isEmpty();
    }

    List<Ground> list() {
        return holding.isEmpty() ? List.of() : List.copyOf(holding.values());
    }

    /** The facts that could bring a ground which does not hold already. */
    List<String> missing() {
        if (open.isEmpty()) {
            return List.of();
        }
        SortedSet<FactPath> missing = new TreeSet<>();
        openOnly().values().forEach(missing::addAll);
        return missing.stream().map(FactPath::toString).toList();
    }

    private TreeMap<Key, SortedSet<FactPath>> openOnly() {
        TreeMap<Key, SortedSet<FactPath>> only = new TreeMap<>(open);
        only.keySet().removeAll(holding.keySet());
        return only;
    }

    /** The outcome by the effect that is certain, or the open one when an open rule could bring an earlier effect. */
    String outcome() {
        String certain = catalogue.outcome(
                holding.isEmpty()
                        ? new ReachedBy.NoGround()
                        : new ReachedBy.Effect(holding.firstEntry().getValue().effect()));
        if (open.isEmpty()) {
            return certain;
        }
        TreeMap<Key, SortedSet<FactPath>> only = openOnly();
        return !only.isEmpty() && only.firstKey().rank() < catalogue.rankOf(certain)
                ? catalogue.outcome(new ReachedBy.OpenRule())
                : certain;
    }
}
