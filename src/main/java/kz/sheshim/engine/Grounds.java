package kz.sheshim.engine;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.sheshim.engine.Ranking.Outcome;
import kz.sheshim.engine.Ranking.RankedGround;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.VerdictFields;
import kz.sheshim.table.Citation;
import kz.sheshim.table.RuleId;
import kz.sheshim.verdict.Ground;

/** The grounds that hold, and those that open rules could bring; sorted by the rank of their effect, code and subject. */
final class Grounds {
    private static final Fact VERIFIED = new Fact.Known(Citation.Status.VERIFIED.toString());
    private static final Fact TO_VERIFY = new Fact.Known(Citation.Status.TO_VERIFY.toString());

    /** What makes a ground one: two rules that bring the same code with the same subject bring one ground. */
    private record Key(RankedGround ground, VerdictSubject subject) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = Integer.compare(ground.place(), other.ground.place());
            return order != 0 ? order : subject.compareTo(other.subject);
        }
    }

    private final Ranking ranking;
    private final TreeMap<Key, Ground> holding = new TreeMap<>();
    private final TreeMap<Key, SortedSet<FactPath>> open = new TreeMap<>();

    Grounds(Ranking ranking) {
        this.ranking = ranking;
    }

    void hold(RankedGround ground, VerdictSubject subject, List<Citation> citations, RuleId rule) {
        holding.merge(
                new Key(ground, subject),
                new Ground(ground.code(), ground.effect(), subject.text(), rule, citations),
                (a, b) -> a.rule().compareTo(b.rule()) <= 0 ? a : b);
    }

    /** An open rule could bring the ground, once these facts are known. */
    void couldHold(RankedGround ground, VerdictSubject subject, SortedSet<FactPath> missing) {
        open.computeIfAbsent(new Key(ground, subject), any -> new TreeSet<>()).addAll(missing);
    }

    /** Whether no ground holds; one may still be open. */
    boolean noneHolds() {
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
        Outcome certain = holding.isEmpty()
                ? ranking.withoutGround()
                : holding.firstKey().ground().outcome();
        if (open.isEmpty()) {
            return certain.code();
        }
        TreeMap<Key, SortedSet<FactPath>> only = openOnly();
        return !only.isEmpty() && only.firstKey().ground().outcome().rank() < certain.rank()
                ? ranking.byOpenRule().code()
                : certain.code();
    }

    /** States those that hold, so that tables can read them. */
    void state(Facts facts, VerdictSlots slots) {
        if (holding.isEmpty()) {
            return;
        }
        facts.count(VerdictFields.GROUNDS, holding.size());
        int index = 0;
        for (Map.Entry<Key, Ground> held : holding.entrySet()) {
            RankedGround ranked = held.getKey().ground();
            facts.put(slots.code(), index, ranked.codeFact());
            facts.put(slots.effect(), index, ranked.effectFact());
            Ground ground = held.getValue();
            boolean verified =
                    ground.citations().stream().allMatch(citation -> citation.status() == Citation.Status.VERIFIED);
            facts.put(slots.status(), index, verified ? VERIFIED : TO_VERIFY);
            if (ground.subject() != null) {
                facts.put(slots.subject(), index, new Fact.Known(ground.subject()));
            }
            index++;
        }
    }
}
