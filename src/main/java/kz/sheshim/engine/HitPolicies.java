package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Phrase;

/** Applies hit policies to what matched, three-valued. */
final class HitPolicies {
    private HitPolicies() {}

    /**
     * Which of a table's matches for one instance count.
     *
     * @param matches in the order of the rows
     */
    static List<Match> counted(HitPolicy policy, List<Match> matches) {
        if (matches.isEmpty()) {
            return matches;
        }
        return switch (policy) {
            case COLLECT -> matches;
            case UNIQUE -> unique(matches);
            case FIRST -> first(matches);
        };
    }

    /** At most one rule holds; when one does, no other can, whatever is not yet known. */
    private static List<Match> unique(List<Match> matches) {
        if (matches.size() == 1) {
            return matches;
        }
        List<Match> holding = matches.stream().filter(Match::holds).toList();
        if (holding.size() > 1) {
            throw new RulesConflict(
                    holding.stream().map(Match::id).toList(), Phrase.of("the hit policy of their table is UNIQUE"));
        }
        return holding.isEmpty() ? matches : holding;
    }

    /**
     * A rule counts only if no earlier one holds: behind an open one it is open, behind one that holds it is out. When all that may count conclude the same, it
     * does not matter which one does.
     */
    private static List<Match> first(List<Match> matches) {
        if (matches.get(0).holds()) {
            return matches.subList(0, 1);
        }
        List<Match> counted = new ArrayList<>();
        SortedSet<FactPath> missing = new TreeSet<>();
        for (Match match : matches) {
            missing.addAll(match.missing());
            if (match.holds()) {
                if (counted.stream().allMatch(open -> open.conclusion().sameAs(match.conclusion()))) {
                    return List.of(match);
                }
                counted.add(new Match(match.rule(), match.instance(), false, missing));
                return counted;
            }
            counted.add(new Match(match.rule(), match.instance(), false, new TreeSet<>(missing)));
        }
        return counted;
    }

    private static boolean allHold(List<Match> matches) {
        for (int i = 0; i < matches.size(); i++) {
            if (!matches.get(i).holds()) {
                return false;
            }
        }
        return true;
    }

    /** Every value once, sorted. */
    private static List<Object> values(List<Match> matches) {
        List<Object> values = new ArrayList<>(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            Object value = value(matches.get(i));
            if (value instanceof List<?> several) {
                values.addAll(several);
            } else {
                values.add(value);
            }
        }
        Object[] sorted = values.toArray();
        Arrays.sort(sorted);
        int kept = 0;
        for (Object value : sorted) {
            if (kept == 0 || !value.equals(sorted[kept - 1])) {
                sorted[kept++] = value;
            }
        }
        return List.of(kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept));
    }

    private static Object value(Match match) {
        return ((Conclusion.OfFact) match.conclusion()).value();
    }

    /** The fact that the counted matches of one instance give a derived field. */
    static Fact fact(Field field, FactPath path, List<Match> counted) {
        if (counted.isEmpty()) {
            return Fact.whenAbsent(field.ifAbsent(), path);
        }
        if (counted.size() == 1 && counted.get(0).holds() && !field.type().list()) {
            return new Fact.Known(value(counted.get(0)));
        }
        if (field.type().list() && allHold(counted)) {
            return new Fact.Known(values(counted));
        }
        Set<Object> holding = new LinkedHashSet<>();
        Set<Object> open = new LinkedHashSet<>();
        SortedSet<FactPath> missing = new TreeSet<>();
        for (Match match : counted) {
            Object value = value(match);
            Set<Object> values = match.holds() ? holding : open;
            values.addAll(value instanceof List<?> list ? list : List.of(value));
            missing.addAll(match.missing());
        }
        if (field.type().list()) {
            if (!holding.containsAll(open)) {
                return new Fact.Unknown(missing);
            }
            List<String> values =
                    holding.stream().map(String.class::cast).sorted().toList();
            return values.isEmpty() ? Fact.whenAbsent(field.ifAbsent(), path) : new Fact.Known(values);
        }
        if (holding.size() > 1) {
            throw new RulesConflict(
                    counted.stream().filter(Match::holds).map(Match::id).toList(),
                    Phrase.of("they give {0} the values {1}", path, holding));
        }
        if (holding.isEmpty() && !open.isEmpty() && field.ifAbsent() instanceof IfAbsent.Means means) {
            holding.add(means.value());
        } else if (holding.isEmpty() && open.isEmpty()) {
            return Fact.whenAbsent(field.ifAbsent(), path);
        }
        return holding.size() == 1 && holding.containsAll(open)
                ? new Fact.Known(holding.iterator().next())
                : new Fact.Unknown(missing);
    }
}
