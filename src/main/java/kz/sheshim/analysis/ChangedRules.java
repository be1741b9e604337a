package kz.sheshim.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;

/** The rules that only one of two tables has, or that have another place in it. Where all of them are ruled out, the tables conclude the same. */
final class ChangedRules {

    /** What a rule says, whatever its id. */
    private record Content(Period inForce, Set<FieldCondition> conditions, Conclusion conclusion) {
        static Content of(Rule rule) {
            return new Content(rule.inForce(), Set.copyOf(rule.conditions()), rule.conclusion());
        }
    }

    private ChangedRules() {}

    /**
     * @param ordered the order of the rules matters
     */
    static List<Rule> between(List<Rule> before, List<Rule> after, boolean ordered) {
        Map<Content, Deque<Integer>> places = new HashMap<>();
        for (int place = 0; place < before.size(); place++) {
            places.computeIfAbsent(Content.of(before.get(place)), any -> new ArrayDeque<>())
                    .add(place);
        }
        List<Rule> changed = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (Rule rule : after) {
            Integer place =
                    places.getOrDefault(Content.of(rule), new ArrayDeque<>()).poll();
            if (place == null) {
                changed.add(rule);
            } else {
                kept.add(place);
            }
        }
        places.values().forEach(left -> left.forEach(place -> changed.add(before.get(place))));
        if (ordered) {
            Set<Integer> inOrder = longestAscending(kept);
            kept.stream().filter(place -> !inOrder.contains(place)).forEach(place -> changed.add(before.get(place)));
        }
        return changed;
    }

    /** A longest subsequence that ascends: for each length, the sequence that ends lowest is carried on. */
    private static Set<Integer> longestAscending(List<Integer> numbers) {
        List<Integer> ends = new ArrayList<>();
        Map<Integer, Integer> before = new HashMap<>();
        for (int number : numbers) {
            int length = Collections.binarySearch(ends, number);
            length = length < 0 ? -length - 1 : length;
            if (length > 0) {
                before.put(number, ends.get(length - 1));
            }
            if (length == ends.size()) {
                ends.add(number);
            } else {
                ends.set(length, number);
            }
        }
        Set<Integer> longest = new HashSet<>();
        Integer number = ends.isEmpty() ? null : ends.get(ends.size() - 1);
        while (number != null) {
            longest.add(number);
            number = before.get(number);
        }
        return longest;
    }
}
