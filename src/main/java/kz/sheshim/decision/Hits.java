package kz.sheshim.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Field;
import kz.sheshim.facts.IfAbsent;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.HitPolicy;

/** Applies hit policies to what matched, three-valued. */
final class Hits {
    private Hits() {}

    /**
     * Which of a table's matches for one instance count.
     *
     * @param matches in the order of the rows
     */
    static List<Match> counted(HitPolicy policy, List<Match> matches) {
        return switch (policy) {
            case COLLECT -> matches;
            case UNIQUE -> unique(matches);
            case FIRST -> first(matches);
        };
    }

    /** At most one rule holds; when one does, no other can, whatever is not yet known. */
    private static List<Match> unique(List<Match> matches) {
        List<Match> holding = matches.stream().filter(Match::holds).toList();
        if (holding.size() > 1) {
            throw new RulesConflict(
                    holding.stream().map(match -> match.rule().id()).toList(),
                    "the hit policy of their table is UNIQUE");
        }
        return holding.isEmpty() ? matches : holding;
    }

    /**
     * A rule counts only if no earlier one holds: behind an open one it is open, behind one that holds it is out. When all that may count conclude the same, it
     * does not matter which one does.
     */
    private static List<Match> first(List<Match> matches) {
        List<Match> counted = new ArrayList<>();
        SortedSet<FactPath> missing = new TreeSet<>();
        for (Match match : matches) {
            missing.addAll(match.missing());
            if (match.holds()) {
                if (counted.stream()
                        .allMatch(open ->
                                open.rule().conclusion().sameAs(match.rule().conclusion()))) {
                    return List.of(match);
                }
                counted.add(new Match(match.rule(), match.index(), false, match.reads(), missing));
                return counted;
            }
            counted.add(new Match(match.rule(), match.index(), false, match.reads(), new TreeSet<>(missing)));
        }
        return counted;
    }

    /** The fact that the counted matches of one instance give a derived field. */
    static Fact fact(Field field, FactPath path, List<Match> counted) {
        Set<Object> holding = new LinkedHashSet<>();
        Set<Object> open = new LinkedHashSet<>();
        SortedSet<FactPath> missing = new TreeSet<>();
        for (Match match : counted) {
            Object value = ((Conclusion.OfFact) match.rule().conclusion()).value();
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
            return values.isEmpty() ? field.ifAbsent().fact(path) : new Fact.Known(values);
        }
        if (holding.size() > 1) {
            throw new RulesConflict(
                    counted.stream()
                            .filter(Match::holds)
                            .map(match -> match.rule().id())
                            .toList(),
                    "they give " + path + " the values " + holding);
        }
        if (holding.isEmpty() && !open.isEmpty() && field.ifAbsent() instanceof IfAbsent.Means means) {
            holding.add(means.value());
        } else if (holding.isEmpty() && open.isEmpty()) {
            return field.ifAbsent().fact(path);
        }
        return holding.size() == 1 && holding.containsAll(open)
                ? new Fact.Known(holding.iterator().next())
                : new Fact.Unknown(missing);
    }
}
